import { placeholderOf } from '../../model/placeholders/read-placeholders';
import type { Span } from '../../text/span';
import type { Completion } from './completion';
import type { Value } from './values/asked';

/** Where a value is written, and what stands there. */
export interface ValuePlace {
  /** What is replaced; absolute. */
  readonly span: Span;
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** All of it. */
  readonly present: string;
  /** What has to stand before and behind the value. */
  readonly before: string;
  readonly behind: string;
  /** A text as it has to be written there. */
  readonly write: (value: string) => string;
}

/**
 * Values for a place as completions. What is half typed is completed; where something whole stands there already, every value
 * may take its place, whatever its letters.
 */
export function asCompletions(place: ValuePlace, values: readonly Value[]): Completion[] {
  const { span, typed, present, before, behind, write } = place;
  const isWhole = typed !== present || isFinished(present, values);
  return values.map(({ value, isMarkdown, label = value, kind, detail }) => {
    const words = found(label, detail, typed);
    return {
      label,
      kind,
      detail,
      span,
      text: before + (isMarkdown ? value : write(value)) + behind,
      filter: isWhole ? typed + words : words,
    };
  });
}

/** What is typed to find a value: itself or, as for dates, what is said of it. */
function found(label: string, detail: string | undefined, typed: string): string {
  const bracket = /^\[/u.exec(typed)?.[0] ?? '';
  const words = typed.slice(bracket.length).toLowerCase();
  const isSaid = words !== '' && detail?.toLowerCase().startsWith(words);
  return bracket + (isSaid ? `${detail} ${label}` : [label, detail].filter(Boolean).join(' '));
}

function isFinished(present: string, values: readonly Value[]): boolean {
  return (
    values.some(({ value }) => value === present) ||
    placeholderOf(present) !== undefined ||
    /^\d{4}-\d{2}-\d{2}$|^v?\d+(?:\.\d+)+$/u.test(present)
  );
}
