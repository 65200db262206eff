import type { Http, HttpOutcome } from '../core/ports';

/** Counts the requests; knows TikTok's id of the last one that did not succeed. */
export function metered(http: Http) {
  let last: HttpOutcome[] = [];
  const meter = {
    calls: 0,
    http: {
      fetchAll(requests) {
        meter.calls += requests.length;
        last = http.fetchAll(requests);
        return last;
      },
    } satisfies Http,
    request: (): string => {
      const failed = last.find((outcome) => 'body' in outcome && !/"code"\s*:\s*0\b/.test(outcome.body));
      return (failed && 'body' in failed && /"request_id"\s*:\s*"(\w{1,64})"/.exec(failed.body)?.[1]) || '';
    },
  };
  return meter;
}
