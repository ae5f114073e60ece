import type { SyntaxTree } from '../../syntax/tree';
import { shiftSpan, type Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import type { Anchor, SummaryPlace } from './rule';
import { valueLine } from './value-line';

/** Where a place stands in the spec as it is now; absolute. */
export function resolvePlace(place: SummaryPlace, spec: Spec): Span {
  return typeof place === 'object' && 'absolute' in place ? place.absolute : resolveAnchor(place, spec);
}

function resolveAnchor(anchor: Anchor, { model, alignment }: Spec): Span {
  if (anchor === 'document') {
    return alignment.title ? model.titleSpan(alignment.title) : firstLine(model.tree, model.tree.bodyStart);
  }
  if ('section' in anchor) {
    const span = model.titleSpan(anchor.section);
    return span.end > span.start ? span : model.headingSpan(anchor.section);
  }
  if ('yaml' in anchor) return shiftSpan(anchor.yaml, model.tree.frontMatter?.contentSpan.start ?? 0);
  if ('content' in anchor) return model.contentSpan(anchor.content, anchor.index, anchor.span);
  const value = valueLine(model, anchor.field);
  return anchor.part === 'value' && value.end > value.start ? value : model.fieldSpan(anchor.field);
}

/**
 * The first line with something to read on it, without the white space around it. A comment is nothing to read: one that
 * suppresses what is wrong with the next line must not become the line that is wrong.
 */
function firstLine(tree: SyntaxTree, start: number): Span {
  const head = tree.slice(start, start + 2000);
  const skipped = /^(?:\s|<!--[\s\S]*?-->)*/u.exec(head)![0].length;
  const line = /[^\s].*/u.exec(head.slice(skipped));
  const from = start + skipped + (line?.index ?? 0);
  return { start: from, end: from + (line?.[0].trimEnd().length ?? 0) };
}
