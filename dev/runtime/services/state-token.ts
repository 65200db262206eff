import type { ExecutionContext } from '../execution-context';
import { pure, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError } from '../service-error';
import { randomText } from '../state';

interface Builder {
  functionName?: string;
  seconds: number;
  arguments: Record<string, string>;
}

const LONGEST_SECONDS = 3600;
/** Real tokens are encrypted and some hundreds of characters long. */
const TOKEN_LENGTH = 240;

const of = (context: ExecutionContext, key: unknown): Builder =>
  context.kept<Builder>(key, 'StateTokenBuilder');

function create(context: ExecutionContext, key: unknown): string {
  const { functionName, seconds, arguments: args } = of(context, key);
  if (functionName === undefined) throw new ServiceError('A state token needs a method: withMethod');
  const { state } = context;
  const token = randomText(state, TOKEN_LENGTH);
  state.stateTokens = state.stateTokens.filter(({ expiresAt }) => expiresAt > state.now);
  state.stateTokens.push({
    token,
    user: context.user,
    functionName,
    arguments: { ...args },
    expiresAt: state.now + seconds * 1000,
  });
  return token;
}

const stateTokenBuilder = {
  withMethod: pure((context, key, name: string) => {
    of(context, key).functionName = name;
    return SELF;
  }),
  withArgument: pure((context, key, name: unknown, value: unknown) => {
    if (typeof name !== 'string' || typeof value !== 'string')
      throw new ServiceError('Arguments of a state token are text.');
    of(context, key).arguments[name] = value;
    return SELF;
  }),
  withTimeout: pure((context, key, seconds: unknown) => {
    if (typeof seconds !== 'number' || !(seconds > 0) || seconds > LONGEST_SECONDS)
      throw new ServiceError(`The timeout of a state token is at most ${LONGEST_SECONDS} seconds.`);
    of(context, key).seconds = seconds;
    return SELF;
  }),
  createToken: { ...write(create, 20), needs: 'authorization' as const },
};

export const stateTokenServices = { StateTokenBuilder: stateTokenBuilder };
