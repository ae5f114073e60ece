const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+/iu;

/** A form of date that can be read in one way only; gives year, month and day, the month from 1. */
type Form = readonly [
  RegExp,
  (...parts: string[]) => readonly [year: string, month: string | number, day: string],
];

const FORMS: readonly Form[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u, (y, m, d) => [y, m, d]],
  [/^(\d{4})(\d{2})(\d{2})$/u, (y, m, d) => [y, m, d]],
  [new RegExp(`^(\\d{1,2})\\.\\s*${MONTH}\\.?\\s+(\\d{4})$`, 'iu'), (d, m, y) => [y, monthOf(m), d]],
  // Where dates are written with dots the day comes first.
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u, (d, m, y) => [y, m, d]],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}\\.?,?[\\s-]+(\\d{4})$`, 'iu'),
    (d, m, y) => [y, monthOf(m), d],
  ],
  [
    new RegExp(`^${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'iu'),
    (m, d, y) => [y, monthOf(m), d],
  ],
  // A slash or a hyphen leaves open which comes first, unless one of the two cannot be a month.
  [/^(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](\d{4})$/u, (d, m, y) => [y, m, d]],
  [/^(\d{1,2})[/-](1[3-9]|2\d|3[01])[/-](\d{4})$/u, (m, d, y) => [y, m, d]],
];

/** Whether the value starts with a day of the calendar in ISO form; a time or a remark may follow. */
export function isoDateIn(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(value);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day after a day, both as `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The day that a text in another form means, as `YYYY-MM-DD`; undefined where it is none or could be two. */
export function readDate(value: string): string | undefined {
  for (const [form, order] of FORMS) {
    const match = form.exec(value.trim().replace(WEEKDAY, ''));
    if (!match) continue;
    const [year, month, day] = order(...match.slice(1)).map(Number);
    if (!isDay(year!, month!, day!)) return undefined;
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  return undefined;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function isDay(year: number, month: number, day: number): boolean {
  // A day or a month that there is not is counted on into another month.
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
