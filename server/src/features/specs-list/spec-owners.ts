import type { DocumentShape } from '../../model/document-shape';
import { peopleIn } from '../../workspace/index/seen';

/** The fields that say whose a spec is, the one that says so best first. */
const FIELDS: readonly RegExp[] = [
  /^(?:(?:spec|document|doc|feature|product|technical|tech) )?(?:co ?)?owners?$/u,
  /^(?:dri|responsible|accountable|maintainers?|assignees?|assigned to)$/u,
  /^(?:(?:spec|document|doc) )?authors?$/u,
  /^(?:written by|prepared by|editors?)$/u,
  /\bleads?$/u,
];

/** The people whose a spec is: its owner, or else its author. */
export function specOwners({ fields }: Pick<DocumentShape, 'fields'>): string[] {
  for (const pattern of FIELDS) {
    const people = fields
      .filter(({ folded }) => pattern.test(folded))
      .flatMap(({ value }) => peopleIn(value));
    if (people.length > 0) return [...new Set(people)];
  }
  return [];
}
