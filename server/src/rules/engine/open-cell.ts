import { parseChoices } from '../../model/choices';

/** Whether the text of a cell waits for its answer: a placeholder, or the list of values to choose from. */
export function isOpenCell(text: string): boolean {
  return /^(?:\[.*\]|\{.*\}|<.*>)[.:]?$|YYYY/u.test(text) || parseChoices(text) !== undefined;
}
