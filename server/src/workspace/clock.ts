import type { Clock } from './ports';

/** The clock of the machine, in its time zone. */
export const systemClock: Clock = {
  today() {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};
