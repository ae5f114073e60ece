import type { ValueReader } from './asked';

/** The values that the template lists, in its order. */
export const choices: ValueReader = (_, { choices: listed = [] }) =>
  listed.map((value) => ({ value, kind: 'choice' }));
