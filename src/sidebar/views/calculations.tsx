import type { Calculation } from '../../shared/shape';
import { barrier } from '../report/clashes';
import { labelOf } from '../report/field-of';
import { Box } from './box';
import type { PartProps } from './build';

const KINDS: readonly { id: Calculation; label: string }[] = [
  { id: 'share', label: 'Share of total' },
  { id: 'running', label: 'Running total' },
  { id: 'rank', label: 'Rank' },
];

/** What is worked out from each metric: a row for each metric, a column for each kind. */
export function Calculations({ draft, catalogue, change }: PartProps) {
  const { calculations = [] } = draft.options;
  const barred = barrier(draft, catalogue);
  const reasons: { id: string; text: string }[] = [];
  const cell = (metric: string, { id: kind, label }: (typeof KINDS)[number]) => {
    const others = calculations.filter((one) => one.metric !== metric || one.kind !== kind);
    const checked = others.length < calculations.length;
    const turn = {
      part: 'options',
      options: { calculations: checked ? others : [...others, { metric, kind }] },
    } as const;
    const text = checked ? null : barred(turn);
    const id = `barred-${kind}-${metric}`;
    if (text) reasons.push({ id, text });
    return (
      <td key={kind}>
        <Box
          spoken
          label={`${label} of ${labelOf(catalogue.fields, metric)}`}
          checked={checked}
          barredBy={text ? id : undefined}
          onChange={() => change(turn)}
        />
      </td>
    );
  };
  return (
    <>
      <table>
        <caption class="label">Beside each metric</caption>
        <thead>
          <tr>
            <td />
            {KINDS.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.metrics.map((metric) => (
            <tr key={metric}>
              <th scope="row">{labelOf(catalogue.fields, metric)}</th>
              {KINDS.map((kind) => cell(metric, kind))}
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.map(({ id, text }) => (
        <p key={id} id={id} class="quiet small">
          {text}
        </p>
      ))}
    </>
  );
}
