import { chunkFacts } from '../../model/chunk-facts';
import { chunkProse } from '../../model/prose';
import { openPlaceholders } from '../../rules/engine/open-placeholders';
import { suppressionsOf } from '../../rules/engine/suppressions';
import { unnamedTitle } from '../../rules/engine/unnamed-title';
import { shiftSpan, type Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';

/**
 * Where a spec waits for an answer, in its order; absolute. It is what the rules about placeholders report, whether they are
 * switched on or not; a comment in the document that says of a place that it is none is heeded.
 */
export function openPlaces({ model, alignment, schema }: Spec): Span[] {
  const { tree, metadataEnd } = model;
  const suppressions = suppressionsOf(model);
  const found: Span[] = [];
  let ordinal = -1;
  for (const [index, chunk] of tree.chunks.entries()) {
    const facts = chunkFacts(chunk);
    const { headings, placeholders } = facts;
    const first = ordinal;
    const ordinalAt = (offset: number) => first + headings.filter(({ span }) => span.start <= offset).length;
    const add = (rule: string, span: Span) => {
      const place = shiftSpan(span, tree.chunkStart(index));
      if (!suppressions?.silences(rule, place)) found.push(place);
    };
    if (placeholders.length > 0) {
      const open = openPlaceholders({
        facts,
        get prose() {
          return chunkProse(chunk);
        },
        schema,
        slotAt: (offset) => alignment.slots[ordinalAt(offset)],
        inMetadata: (offset) => ordinalAt(offset) < metadataEnd,
      });
      for (const { span } of open) add('placeholder', span);
    }
    for (const heading of headings) {
      ordinal += 1;
      const isTitle = schema.title && alignment.slots[ordinal] === schema.title;
      if (isTitle && unnamedTitle(heading, placeholders, schema.title))
        add('title-placeholder', heading.titleSpan);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
