import type { Completion, CompletionSource } from './completion';
import { Cursor, type CompletionRequest } from './cursor';
import { fieldNames } from './field-names';
import { fieldValues } from './field-values';
import { fences } from './fences';
import { headings } from './headings';
import { nextRequirement } from './next-requirement';
import { requirementRefs } from './requirement-refs';
import { sectionBody } from './section-body';
import { suppressions } from './suppressions';
import { tableCells } from './table-cells';
import { tableRow } from './table-row';

/** Every source that there is, in the order in which an editor lists what they have. */
const SOURCES: readonly CompletionSource[] = [
  fieldValues,
  fieldNames,
  tableCells,
  tableRow,
  nextRequirement,
  fences,
  sectionBody,
  suppressions,
  headings,
  requirementRefs,
];

/** The characters after which an editor is to ask. */
export const TRIGGERS: readonly string[] = [...new Set(SOURCES.flatMap(({ triggers }) => [...triggers]))];

/** What can be written at a place, the likeliest first. */
export function completionsAt(request: CompletionRequest): Completion[] {
  const { trigger } = request;
  const cursor = new Cursor(request);
  const asked = SOURCES.filter(({ triggers }) => trigger === undefined || triggers.includes(trigger));
  return withoutRepeats(asked.flatMap(({ offer }) => offer(cursor)));
}

/** What two sources have is what the first of them has. */
function withoutRepeats(completions: readonly Completion[]): Completion[] {
  const seen = new Set<string>();
  return completions.filter(({ label, text }) => {
    const key = JSON.stringify([label, text]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
