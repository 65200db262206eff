// Calendar days as numbers (days since 1970-01-01), so that the story needs no Date object and no locale.

export const DAY_SECONDS = 86_400;

export type CivilDay = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

/** 'YYYY-MM-DD' → days since 1970-01-01. */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The Gregorian date of a day number; the inverse of dayNumber. */
export function civilDay(day: number): CivilDay {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 0 is Sunday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Whether a day begins in summer time, by the rule of the US or the EU. Clocks change some hours after midnight of a Sunday. */
export function beginsInSummerTime(rule: 'us' | 'eu', day: number): boolean {
  const { year } = civilDay(day);
  const sundayFrom = (date: string): number => {
    const first = dayNumber(`${year}-${date}`);
    return first + ((7 - weekday(first)) % 7);
  };
  return rule === 'us'
    ? day > sundayFrom('03-08') && day <= sundayFrom('11-01')
    : day > sundayFrom('03-25') && day <= sundayFrom('10-25');
}
