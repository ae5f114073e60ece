import type { PlaceholderFact } from '../../model/placeholders/read-placeholders';
import type { ProseFact } from '../../model/prose';
import type { Schema } from '../../template/schema';
import type { BlockContext } from './rule';
import { templatePlaceholder } from './template-placeholder';

/** What stands in a chunk, and where. */
export type ChunkContext = Pick<BlockContext, 'facts' | 'prose' | 'schema' | 'slotAt' | 'inMetadata'>;

/** The placeholders of a chunk that wait for an answer; the title and the status are looked after elsewhere. */
export function openPlaceholders(context: ChunkContext): PlaceholderFact[] {
  const { facts, schema, slotAt, inMetadata } = context;
  return facts.placeholders.filter((fact) => {
    const slot = slotAt(fact.span.start);
    const metadata = inMetadata(fact.span.start);
    if (metadata && isStatus(fact, schema)) return false;
    if (fact.kind === 'heading' && slot !== undefined && slot === schema.title) return false;
    const isOurs = templatePlaceholder(fact, { schema, slot, inMetadata: metadata }) !== undefined;
    return isOurs || isReasonLeftOut(fact, context.prose);
  });
}

/** Whether a placeholder stands where the reason belongs why something does not apply, as fixes leave it for the author. */
function isReasonLeftOut({ folded, span }: PlaceholderFact, prose: readonly ProseFact[]): boolean {
  if (!/^(?:the |your )?reason\b/u.test(folded)) return false;
  const place = prose.find(({ span: { start, end } }) => start <= span.start && span.end <= end);
  const before = place?.text.slice(0, span.start - place.span.start) ?? '';
  return /(?:\bn\/?a|\bnot applicable)[\s*_]*[:(–—-][\s*_]*$/iu.test(before);
}

function isStatus({ label, row }: PlaceholderFact, { fields }: Schema): boolean {
  return fields.some(({ kind, folded }) => kind === 'status' && (folded === label || folded === row));
}
