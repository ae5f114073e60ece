import { parseChoices } from '../choices';
import type { PlaceholderConvention } from './convention';

/** A bare list to choose from: `Draft | Review | Approved`, `H/M/L`. */
export const choiceList: PlaceholderConvention = {
  id: 'choice-list',
  anyText: false,
  wholeOnly: true,
  find: (prose) => (parseChoices(prose) ? [{ start: 0, end: prose.length, text: prose.trim() }] : []),
};
