import type { AlertKind } from '../../shared/alert';
import type { DraftAlert } from '../report/draft';
import { fieldOf } from '../report/field-of';
import { placeId } from '../report/issues';
import type { PartProps } from './build';
import { Button, IconButton } from './button';
import { Check } from './check';
import { FieldOptions } from './field-options';
import { Fold } from './fold';
import { Issues, invalid } from './issue';
import { Select } from './select';

const KINDS: readonly { id: AlertKind; label: string }[] = [
  { id: 'above', label: 'is above' },
  { id: 'below', label: 'is below' },
  { id: 'rises', label: 'rises by more than %' },
  { id: 'falls', label: 'falls by more than %' },
  { id: 'missing', label: 'is missing on the last day' },
];

/** When the report's owner is told by mail, and whether the table comes along. */
export function AlertFields(props: PartProps) {
  const { draft, catalogue, wrong, issues, change } = props;
  const { alerts, options } = draft;
  const [metric = catalogue.fields.find(({ kind }) => kind === 'metric')?.id] = draft.metrics;
  return (
    <Fold
      title="Alerts and mail"
      set={alerts.length + Number(options.mail ?? false)}
      issues={wrong('alerts')}
    >
      <section class="field" aria-labelledby="alerts-title">
        <h2 class="label" id="alerts-title">
          Mail me when
        </h2>
        {alerts.map((_, index) => (
          <AlertRow key={index} {...props} index={index} />
        ))}
        <Issues place="alerts" texts={issues('alerts')} />
        {metric !== undefined && (
          <Button
            look="text"
            icon="add"
            onClick={() => change({ part: 'alertAdded', alert: { metric, kind: 'below', value: '' } })}
          >
            Add an alert
          </Button>
        )}
        <p class="quiet small">
          Looked at after each run, over all days of the report; changes are against the period before. At
          most one mail a day.
        </p>
      </section>
      <Check
        label="Mail the table after each scheduled run"
        checked={options.mail ?? false}
        onChange={() => change({ part: 'options', options: { mail: !options.mail } })}
      />
      <p class="quiet small">Its first 50 rows go to whoever refreshes the report by schedule.</p>
    </Fold>
  );
}

function AlertRow({ draft, catalogue, issues, change, index }: PartProps & { index: number }) {
  const alert = draft.alerts[index];
  if (!alert) return null;
  const place = `alerts.${index}` as const;
  const texts = issues(place);
  const edit = (part: Partial<DraftAlert>) => change({ part: 'alert', index, alert: part });
  const number = `alert ${index + 1}`;
  const metrics = catalogue.fields.filter(({ kind }) => kind === 'metric');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row in all browsers.
    <div class="row-card" role="group" aria-label={`Alert ${index + 1}`}>
      <div class="row">
        <Select name={`Metric of ${number}`} value={alert.metric} onChange={(metric) => edit({ metric })}>
          <FieldOptions fields={metrics} chosen={alert.metric} />
        </Select>
        <IconButton
          icon="close"
          name={`Remove ${number}`}
          onClick={() => change({ part: 'alertRemoved', index })}
        />
      </div>
      <div class="row">
        <Select
          name={`Condition of ${number}`}
          value={alert.kind}
          onChange={(kind) => edit({ kind: kind as AlertKind })}
        >
          {KINDS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
        {alert.kind !== 'missing' && (
          <input
            type="text"
            inputMode="decimal"
            id={placeId(place)}
            aria-label={`Value of ${number}`}
            placeholder={fieldOf(catalogue.fields, alert.metric)?.type === 'percent' ? '0.05' : '100'}
            value={alert.value}
            autoComplete="off"
            onInput={(event) => edit({ value: event.currentTarget.value })}
            {...invalid(place, texts)}
          />
        )}
      </div>
      <Issues place={place} texts={texts} />
    </div>
  );
}
