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

function failureOf(message: string): HttpFailure {
  const text = redacted(message);
  if (/too many times for one day|too much computer time/i.test(message))
    return { failure: 'quota_day', text };
  if (/in a short time|too many times per second|running simultaneously/i.test(message))
    return { failure: 'quota_short', text };
  if (/not permitted|not allowed|whitelist|allowlist/i.test(message)) return { failure: 'not_allowed', text };
  return { failure: 'network', text };
}

/** The message without any address, long word or parameter value. */
export const redacted = (message: string): string =>
  message
    .replace(/https?:\/\/\S+/gi, '(address)')
    .replace(/[\w.-]+=[^\s&]+/g, '(value)')
    .replace(/\S{40,}/g, '(value)')
    .slice(0, 200);
