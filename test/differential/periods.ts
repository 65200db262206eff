import type { Database } from './database';
import type { Question } from './question';

/** Days, both included, and the day of the report that one of them stands beside, in SQL. */
export interface Period {
  first: string;
  last: string;
  beside: (day: string) => string;
}

/** The report's own days, then those that it is compared to. */
export async function periodsOf(database: Database, { first, last, compare }: Question): Promise<Period[]> {
  const own: Period = { first, last, beside: (day) => `(${day})::date` };
  if (!compare) return [own];
  const since = `date '${first}'`;
  const until = `(date '${last}' + interval 1 day)`;
  const clamped = (day: string) => `greatest(least((${day})::date, date '${last}'), date '${first}')`;
  const ask = async (sql: string) => (await database.all(`select ${sql}`))[0] as Record<string, string>;
  const before = async (step: string): Promise<Period> => {
    const { a, b } = await ask(
      `strftime(${since} - interval ${step}, '%Y-%m-%d') as a, strftime(${until} - interval ${step} - interval 1 day, '%Y-%m-%d') as b`,
    );
    return { first: a as string, last: b as string, beside: (day) => clamped(`${day} + interval ${step}`) };
  };
  if (compare.to === 'last_year') return [own, await before('12 month')];
  if (compare.to === 'same_weekdays') return [own, await before('364 day')];
  if (compare.to === 'previous_period') {
    const { days, months, whole } = await ask(
      `datediff('day', ${since}, ${until}) as days, datediff('month', ${since}, ${until}) as months,
       (day(${since}) = 1 and day(${until}) = 1)::varchar as whole`,
    );
    return [own, await before(whole === 'true' ? `${months} month` : `${days} day`)];
  }
  const [a = '', b = a] = compare.to.split('..');
  const { ahead } = await ask(`datediff('day', date '${a}', ${since}) as ahead`);
  return [own, { first: a, last: b, beside: (day) => clamped(`${day} + interval (${ahead}) day`) }];
}
