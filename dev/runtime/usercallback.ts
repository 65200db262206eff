// /usercallback: a browser comes back from another site with a state token that this script once made.
import type { World } from './execution-context';
import type { Execution, RunOptions, User } from './types';

type Run = (functionName: string, args: readonly unknown[], options: RunOptions) => Execution;

const expired = 'The state token is invalid or has expired. Please try again.';
const nothing = 'The script completed but did not return anything.';

export function visitCallback(
  world: World,
  run: Run,
  address: string,
  user: User,
  extra: Partial<RunOptions>,
): { html: string; execution?: Execution } {
  const url = new URL(address);
  if (
    url.origin !== 'https://script.google.com' ||
    url.pathname !== `/macros/d/${world.scriptId}/usercallback`
  )
    throw new Error(`not the callback address of this script: ${url.origin}${url.pathname}`);
  const { state } = world;
  const token = state.stateTokens.find((entry) => entry.token === url.searchParams.get('state'));
  if (!token || token.expiresAt <= state.now || token.user !== user) return { html: expired };
  state.stateTokens = state.stateTokens.filter((entry) => entry !== token);

  const given = [...url.searchParams.keys()].filter((name) => name !== 'state');
  const parameters: Record<string, string[]> = {};
  for (const name of given) parameters[name] = url.searchParams.getAll(name);
  for (const [name, value] of Object.entries(token.arguments)) parameters[name] = [value];
  const parameter = Object.fromEntries(
    Object.entries(parameters).map(([name, [first = '']]) => [name, first]),
  );
  const event = {
    queryString: url.search.slice(1),
    contextPath: '',
    contentLength: -1,
    parameter,
    parameters,
  };

  // Whether a document belongs to this execution is not documented: scripts have to do without.
  const execution = run(token.functionName, [event], { user, source: 'callback', ...extra });
  if (execution.error) return { html: execution.error.message, execution };
  const page = execution.value as { html?: string } | null | undefined;
  return { html: typeof page?.html === 'string' ? page.html : nothing, execution };
}
