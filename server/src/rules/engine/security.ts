import type { Section } from '../../model/section';
import { isInside } from '../../template/place';
import type { Slot } from '../../template/schema';
import type { DocumentContext } from './rule';
import { sectionsOf } from './sections-of';
import { isAbout, titleOf } from './slot-title';

/** A section on security in which every part is waved away or empty. */
export interface WavedAway {
  readonly section: Section;
  readonly slot: Slot;
  /** The section and all in it. */
  readonly parts: readonly Section[];
}

const SECURITY = /\bsecurity\b/u;
/** What checks the security that is described elsewhere. */
const CHECKS = /\b(?:tests?|testing|checklist|review|contacts?)\b/u;

/** The sections on security that are waved away: in no part is there an answer, and in at least one "none" or "N/A". */
export function securityWavedAway({
  shape,
  alignment,
  guidanceLeft,
}: Pick<DocumentContext, 'shape' | 'alignment' | 'guidanceLeft'>): WavedAway[] {
  const hasAnswer = ({ ordinal }: Section) =>
    shape.hasContent[ordinal + 1] && !shape.dismissals[ordinal + 1] && !guidanceLeft[ordinal];
  return Array.from(sectionsOf(alignment, isSecurity)).flatMap(([ordinal, slot]) => {
    const section = shape.sections[ordinal]!;
    // Most say something at once: then there is no need to look for their parts.
    if (hasAnswer(section)) return [];
    const parts = shape.sections.filter((part) => part === section || isInside(alignment, part, section));
    const isDismissed = parts.some((part) => {
      const dismissal = shape.dismissals[part.ordinal + 1];
      return dismissal === 'none' || dismissal === 'not-applicable';
    });
    return isDismissed && !parts.some(hasAnswer) ? [{ section, slot, parts }] : [];
  });
}

/** Whether a section, or one above it, is about security and not about what checks it. */
export function isOfSecurity(slot: Slot | undefined): boolean {
  return isAbout(slot, SECURITY) && !isAbout(slot, CHECKS);
}

/** The section that answers for security: a top one, or one below it with that very title. */
function isSecurity(slot: Slot): boolean {
  const title = titleOf(slot);
  if (slot.parent)
    return /^security(?: considerations)?$/u.test(title) && !SECURITY.test(titleOf(slot.parent));
  return SECURITY.test(title) && !CHECKS.test(title);
}
