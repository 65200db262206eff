import type { Catalogue, StreamInfo } from '../../shared/api';
import type { FieldInfo } from '../../shared/field';
import { CopyField } from '../views/copy-field';
import { ADDITIVITY } from '../words/additivity';
import { count } from '../words/count';
import { FIELD_TYPE } from '../words/field-type';
import { companyOf, exampleOf, sourcesOf } from './company';
import type { ExplorerProps } from './explorer-view';

interface FieldDetailsProps extends Pick<ExplorerProps, 'send'> {
  field: FieldInfo;
  catalogue: Catalogue;
  sources: readonly StreamInfo[];
  copied: string | null;
}

export function FieldDetails({ field, catalogue, sources, copied, send }: FieldDetailsProps) {
  const metric = field.kind === 'metric';
  return (
    <section class="details" aria-labelledby="field-title" tabIndex={-1}>
      <h2 id="field-title">{field.label}</h2>
      <p>{field.about}</p>
      <h3>As a formula</h3>
      <CopyField what="Formula" text={exampleOf(field, catalogue)} copied={copied} send={send} />
      <p class="quiet small">
        Paste it into a cell. It answers from what a report has loaded, and it is worked out anew when a last
        argument changes: a report’s “Insert as formula” adds it.
      </p>
      <dl class="facts">
        <Fact name="In formulas" text={field.id} code />
        <Fact name="Kind" text={metric ? 'Metric' : 'Dimension'} />
        <Fact name="Type" text={FIELD_TYPE[field.type]} />
        <Fact name="Group" text={field.group} />
        <Fact name={metric ? 'Formula' : 'Source'} text={field.source} />
        {field.additivity && <Fact name="Adding up" text={ADDITIVITY[field.additivity]} />}
        {field.timeField && <Fact name="Goes by" text={field.timeField} />}
        {sourcesOf(field, sources).map(({ id, label, freshness, history }) => (
          <Fact key={id} name={label} text={`Fresh: ${freshness} Kept: ${history}`} />
        ))}
      </dl>
      <Company field={field} others={companyOf(field, catalogue.fields)} />
    </section>
  );
}

const Fact = ({ name, text, code = false }: { name: string; text: string; code?: boolean }) => (
  <div>
    <dt>{name}</dt>
    <dd>{code ? <code>{text}</code> : text}</dd>
  </div>
);

/** Fields of the other kind that may stand beside it, by group. */
function Company({ field, others }: { field: FieldInfo; others: readonly FieldInfo[] }) {
  const groups = [...new Set(others.map(({ group }) => group))];
  const title =
    field.kind === 'metric'
      ? `Can be split by ${count(others.length, 'dimension')}`
      : `Can split ${count(others.length, 'metric')}`;
  return (
    <>
      <h3>{title}</h3>
      <dl class="facts">
        {groups.map((group) => (
          <Fact
            key={group}
            name={group}
            text={others.flatMap((one) => (one.group === group ? one.label : [])).join(', ')}
          />
        ))}
      </dl>
    </>
  );
}
