import { foldWords } from '../../model/fold';
import type { PlaceKind } from '../../model/placeholders/read-placeholders';
import type { Slot } from '../../template/schema';
import { isSampleName } from './sample-names';

/** A text that a template has in a kind of place to be replaced, its numbers as `#`. */
interface Sample {
  readonly text: string;
  readonly kind: PlaceKind;
  /** For a cell: its column. */
  readonly column: string | undefined;
}

/** `Goal 1: …` or `Technical risk 1` */
const NUMBERED = /^(\p{L}[\p{L} ]{1,30} ?_?\d+)(?=\s*[:?.]|$)/u;

const known = new WeakMap<Slot, readonly Sample[]>();

/** Whether the whole text of an item or a cell is what the template has there to be numbered or named: `Goal 2`. */
export function isSampleLabel(slot: Slot, text: string, kind: 'item' | 'cell', column?: string): boolean {
  let samples = known.get(slot);
  if (!samples) known.set(slot, (samples = readSamples(slot)));
  // In its brackets it is a placeholder.
  if (samples.length === 0 || text.length > 60 || /^$|[[{<]/u.test(text)) return false;
  const folded = numberless(text);
  return samples.some(
    (sample) =>
      sample.text === folded && sample.kind === kind && (kind === 'item' || sample.column === column),
  );
}

/** From the placeholders of a slot, `[Goal 1: …]`, and the labels before them, `Test case 1: […]`. */
function readSamples({ placeholders }: Slot): Sample[] {
  return placeholders.flatMap(({ text, kind, label }): Sample[] => {
    const column = kind === 'cell' ? label : undefined;
    const numbered = NUMBERED.exec(text)?.[1];
    const sample = numbered ?? (isSampleName(text) ? text : undefined);
    const samples = sample === undefined ? [] : [{ text: numberless(sample), kind, column }];
    const isNumbered = kind === 'item' && label !== undefined && /^\p{L}[\p{L} ]* #$/u.test(label);
    return isNumbered ? [...samples, { text: label, kind, column: undefined }] : samples;
  });
}

function numberless(text: string): string {
  return foldWords(text).replace(/\d+/gu, '#');
}
