import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from './desk';
import type { Events } from './events';
import { type Handler, readJson, sendHtml, sendJson } from './server';
import type { CallRequest, DeedName } from './wire';

export interface Served {
  readonly desk: Desk;
  readonly events: Events;
  readonly page: string;
  readonly simulatorUrl: string;
}

/** Which address answers with what. */
export function routes({ desk, events, page, simulatorUrl }: Served): Handler {
  return async (request, response, url) => {
    const [, first = '', second = ''] = url.pathname.split('/');
    const number = (name: string) => Number(url.searchParams.get(name));
    switch (`${request.method} ${first}`) {
      case 'GET ':
        return sendHtml(response, page);
      case 'GET events':
        return events.add(response);
      case 'GET cells':
        return sendJson(response, desk.cells(number('tab'), number('first'), number('count')));
      case 'GET cell':
        return sendJson(response, desk.cell(number('tab'), url.searchParams.get('a1') ?? 'A1'));
      case 'GET page': {
        const shown = desk.page(Number(second));
        return shown === null ? notFound(response) : sendHtml(response, shown);
      }
      case 'POST call':
        return sendJson(response, desk.call((await readJson(request)) as CallRequest));
      case 'POST do':
        desk.do(second as DeedName, (await readJson(request)) as never);
        return sendJson(response, {});
      case 'GET macros':
        return sendHtml(response, desk.visit(url.pathname + url.search));
      case 'GET open':
        return consent(desk, simulatorUrl, request, response);
      default:
        return notFound(response);
    }
  };
}

const notFound = (response: ServerResponse): void => void response.writeHead(404).end();

/** The simulator's consent page, told what time it is: codes that it gives out grow old. */
async function consent(
  desk: Desk,
  simulatorUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  desk.passRealTime();
  const answer = await fetch(simulatorUrl + request.url, {
    redirect: 'manual',
    headers: { 'x-virtual-now': String(desk.view().now) },
  });
  const location = answer.headers.get('location');
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'text/html',
    ...(location ? { location } : {}),
  });
  response.end(await answer.text());
}
