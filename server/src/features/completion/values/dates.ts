import { t } from '@vscode/l10n';
import type { Value, ValueReader } from './asked';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Today and the days that plans are made for, as ISO dates. */
export const dates: ValueReader = ({ request: { today } }, { isDate }) => (isDate ? datesFrom(today) : []);

/** @param today `YYYY-MM-DD` */
function datesFrom(today: string): Value[] {
  const days: readonly (readonly [detail: string, date: string])[] = [
    [t('today'), today],
    [t('tomorrow'), plusDays(today, 1)],
    [t('in a week'), plusDays(today, 7)],
    [t('in two weeks'), plusDays(today, 14)],
    [t('in a month'), plusMonths(today, 1)],
    [t('in three months'), plusMonths(today, 3)],
    [t('yesterday'), plusDays(today, -1)],
  ];
  return days.map(([detail, value]) => ({ value, kind: 'date', detail }));
}

function plusDays(day: string, days: number): string {
  return iso(new Date(Date.parse(day) + days * DAY_MS));
}

/** The same day of a later month, or its last where it has none such. */
function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
