import type { Completion, CompletionSource } from './completion';
import { Cursor, type CompletionRequest } from './cursor';
import { fieldNames } from './field-names';
import { fieldValues } from './field-values';
import { headings } from './headings';

/** Every source that there is, in the order in which an editor lists what they have. */
const SOURCES: readonly CompletionSource[] = [fieldValues, fieldNames, headings];

/** The characters after which an editor is to ask. */
export const TRIGGERS: readonly string[] = [...new Set(SOURCES.flatMap(({ triggers }) => [...triggers]))];

/** What can be written at a place, the likeliest first. */
export function completionsAt(request: CompletionRequest): Completion[] {
  const { trigger } = request;
  const cursor = new Cursor(request);
  return SOURCES.filter(({ triggers }) => trigger === undefined || triggers.includes(trigger)).flatMap(
    ({ offer }) => offer(cursor),
  );
}
