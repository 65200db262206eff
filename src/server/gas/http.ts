import { platformProblem, redacted } from '../../shared/platform-error';
import { type ProblemCode, ProblemError } from '../../shared/problem';
import type { Http, HttpFailure, HttpOutcome } from '../core/ports';

/** Requests over UrlFetchApp. Exceptions there quote the whole address, which may carry secrets: nothing of it leaves. */
export const http: Http = {
  fetchAll(requests) {
    const prepared = requests.map(
      ({ url, method, headers, payload }): GoogleAppsScript.URL_Fetch.URLFetchRequest => ({
        url,
        method: method === 'GET' ? 'get' : 'post',
        headers,
        muteHttpExceptions: true,
        followRedirects: false,
        ...(payload === undefined ? {} : { payload, contentType: 'application/json' }),
      }),
    );
    let responses: GoogleAppsScript.URL_Fetch.HTTPResponse[];
    try {
      responses = UrlFetchApp.fetchAll(prepared);
    } catch (error) {
      const failed = failureOf(String(error));
      return requests.map((): HttpOutcome => failed);
    }
    return responses.map((response): HttpOutcome => {
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(response.getAllHeaders()))
        headers[name.toLowerCase()] = String(value);
      return { status: response.getResponseCode(), headers, body: response.getContentText('UTF-8') };
    });
  },
};

const FAILURES: { [Code in ProblemCode]?: HttpFailure['failure'] } = {
  quota_day: 'quota_day',
  quota_short: 'quota_short',
  fetch_not_allowed: 'not_allowed',
  google_down: 'network',
};

/** What kept a request from being answered. Throws what no repetition mends: a missing permission, a request of ours that is wrong. */
function failureOf(message: string): HttpFailure {
  const text = redacted(message).slice(0, 200);
  const code = platformProblem(text)?.code;
  if (code === undefined) {
    if (/limit exceeded|invalid argument|attribute provided/i.test(text)) throw new Error(text);
    return { failure: 'network', text };
  }
  const failure = FAILURES[code];
  if (failure === undefined) throw new ProblemError(code);
  return { failure, text };
}
