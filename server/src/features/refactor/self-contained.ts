import type { DocumentModel } from '../../model/document-model';
import { nodeSpan } from '../../model/inline-source';
import { endsOpen } from '../../template/root-blocks';
import type { Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';

const TAG = /<(\/?)([a-z][a-z\d-]*)\b[^>]*?(\/?)>/giu;
/** Elements that have no end of their own (HTML, "void elements"), and those whose end may be left out. */
const UNPAIRED = new Set(['br', 'hr', 'img', 'input', 'wbr', 'meta', 'link', 'source', 'col', 'p', 'li']);

/** Whether sections of a document can be moved about: it stands in no wrapper, and its last block is closed. */
export function canRestructure({ wrapper, model }: Spec): boolean {
  return !wrapper && !endsOpen(model.tree);
}

/**
 * Whether a stretch of whole blocks means the same elsewhere: it has no comment that disables rules beyond it, and it neither
 * opens nor closes an HTML element that something outside closes or opens.
 */
export function isSelfContained(model: DocumentModel, { start, end }: Span): boolean {
  const { tree, directives } = model;
  const reachesOut = directives.some(({ directive: { kind, span }, chunk }) => {
    const at = tree.chunkStart(chunk) + span.start;
    return (kind === 'disable' || kind === 'enable') && at >= start && at < end;
  });
  if (reachesOut) return false;
  const open = new Map<string, number>();
  for (let chunk = tree.chunkAt(start); chunk < tree.chunks.length; chunk++) {
    const base = tree.chunkStart(chunk);
    if (base >= end) break;
    for (const { node } of tree.chunks[chunk]!.blocks) {
      const at = base + nodeSpan(node).start;
      if (node.type !== 'html' || at < start || at >= end) continue;
      const html = node.value.replace(/<!--[\s\S]*?(?:-->|$)/gu, '');
      for (const [, closes, name, isWhole] of html.matchAll(TAG)) {
        const tag = name!.toLowerCase();
        if (!isWhole && !UNPAIRED.has(tag)) open.set(tag, (open.get(tag) ?? 0) + (closes ? -1 : 1));
      }
    }
  }
  return [...open.values()].every((count) => count === 0);
}
