import type { Section } from '../../model/section';
import { isInside } from '../../template/place';
import type { Slot } from '../../template/schema';
import type { DocumentContext } from './rule';
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
  return shape.sections.flatMap((section) => {
    const slot = alignment.slots[section.ordinal];
    if (!slot || !isSecurity(slot)) return [];
    const parts = shape.sections.filter((part) => part === section || isInside(alignment, part, section));
    const dismissals = parts.map(({ ordinal }) => shape.dismissals[ordinal + 1]);
    const hasNoAnswer = parts.every(
      ({ ordinal }, i) =>
        dismissals[i] !== undefined || !shape.hasContent[ordinal + 1] || guidanceLeft[ordinal],
    );
    const isDismissed = dismissals.some(
      (dismissal) => dismissal === 'none' || dismissal === 'not-applicable',
    );
    return hasNoAnswer && isDismissed ? [{ section, slot, parts }] : [];
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
