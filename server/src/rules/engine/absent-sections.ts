import type { MissingSlot } from '../../template/align';
import { expectationOf } from '../../template/expectation';
import { isAddedSince } from '../../template/stated-template';
import { lackingInstances } from './lacking-instances';
import { isKeptElsewhere } from './metadata-section';
import type { DocumentContext } from './rule';

/** The sections that a document lacks, in template order. */
export interface AbsentSections {
  /** Those that it should have had when it was written. */
  readonly missing: readonly MissingSlot[];
  /** Those that its template gained since the version that it names. */
  readonly added: readonly MissingSlot[];
}

/** What a document lacks; what the template calls optional is not among it. */
export function absentSections(
  context: Pick<DocumentContext, 'alignment' | 'shape' | 'size' | 'guidanceLeft'>,
): AbsentSections {
  const { alignment, shape, size } = context;
  const { schema } = alignment;
  const single = alignment.missing.filter(
    ({ slot }) => expectationOf(slot, schema, size) !== 'optional' && !isKeptElsewhere(slot, shape, schema),
  );
  const all: readonly MissingSlot[] = [...single, ...lackingInstances(context)].sort(
    (a, b) => a.slot.order - b.slot.order,
  );
  const isAdded = ({ slot }: MissingSlot) => isAddedSince(slot, shape, schema);
  return { missing: all.filter((gap) => !isAdded(gap)), added: all.filter(isAdded) };
}
