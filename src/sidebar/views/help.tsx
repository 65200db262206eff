import { AccountsHelp } from './accounts-help';

const TOPICS: readonly { title: string; text: readonly string[] }[] = [
  {
    title: 'A connection has ended',
    text: [
      'TikTok ends an authorization after a time, or when the app is removed in Seller Center. Choose Connect again under Shops. Reports, schedules and stored data stay.',
      'Access in between is renewed by the add-on; nobody has to see to it.',
    ],
  },
  {
    title: 'A shop is missing, or the region is wrong',
    text: [
      'Each region has a Seller Center of its own, and US shops need an app of their own. Connect again and choose the region in whose Seller Center the shop is.',
      'Only the Shop Owner or an Admin may connect a shop.',
    ],
  },
  {
    title: 'Figures come late, or change',
    text: [
      'Each run loads what is new and what changed. Orders of the last days still change: they are paid, cancelled or refunded.',
      'TikTok’s own pages count days in the shop’s time zone. To compare, choose that zone in the report.',
    ],
  },
  {
    title: 'Data is not there',
    text: [
      'The notes of a report say why: days that are not loaded yet (Load older orders, under Shops), a permission that was not given, days that TikTok no longer keeps, or nothing sold.',
      'Names, phone numbers and addresses of buyers are never loaded.',
    ],
  },
  {
    title: 'A report does not refresh by itself',
    text: [
      'A schedule runs in the name of whoever switched it on, within an hour of its time. The Reports view says what stands in its way; under Schedule anybody else can take it over.',
      'Google gives a personal account 90 minutes a day for such work. Activity shows how much is used.',
    ],
  },
];

/** The guide's troubleshooting, in the words of who has the trouble. */
export const Help = () => (
  <section class="part" aria-labelledby="help-title">
    <h2 id="help-title" class="section-title">
      Help
    </h2>
    <div class="folds">
      {TOPICS.map(({ title, text }) => (
        <details key={title} class="fold">
          <summary>{title}</summary>
          {text.map((paragraph) => (
            <p key={paragraph} class="small">
              {paragraph}
            </p>
          ))}
        </details>
      ))}
      <AccountsHelp />
    </div>
  </section>
);
