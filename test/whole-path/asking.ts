// Questions about one shop that each become a report: run first, then answered with exact values.
import type { ReportInput } from '../../src/shared/report';
import type { Office } from './office';

/** `at`: the running test's office and shop; `usual`: what a report says unless a question says otherwise. */
export function askerOf(
  at: () => { office: Office; shop: string },
  usual: Pick<ReportInput, 'range' | 'zone'>,
) {
  const report = (metrics: string[], dimensions: string[], more: Partial<ReportInput> = {}): ReportInput => ({
    name: [...metrics, ...dimensions].join().slice(0, 80),
    shops: [at().shop],
    metrics,
    dimensions,
    ...usual,
    ...more,
  });
  /** The rows of a report that is run first. */
  const rowsOf = (...asked: Parameters<typeof report>) => {
    const { office } = at();
    office.run(report(...asked));
    return office.answer(report(...asked)).rows;
  };
  return { report, rowsOf };
}
