import { metadataSlot } from '../../../rules/engine/metadata-section';
import { insertSection } from '../../../rules/engine/section-edits';
import type { TextEdit } from '../../../text/edit';
import { dominantEol, firstLineOf, lineEnd } from '../../../text/line';
import type { Spec } from '../../../workspace/spec';
import type { TargetDialect } from './written-field';

/**
 * Inserts a block of metadata where a document has none: in the section that the template has for it, or else below the title;
 * at the top where there is none.
 */
export function insertBlock(
  spec: Spec,
  dialect: TargetDialect,
  lines: readonly string[],
  remarks: readonly string[],
): TextEdit {
  const { model, alignment, schema } = spec;
  const { text, bodyStart, frontMatter } = model.tree;
  const eol = dominantEol(text);
  const block = [lines, remarks]
    .filter((part) => part.length > 0)
    .map((part) => part.join(eol))
    .join(eol + eol);
  const slot = metadataSlot(schema);
  const home = slot && alignment.instances.get(slot)?.[0];
  if (slot && !home && schema.fields.some((field) => field.dialect === dialect)) {
    const inserted = insertSection(spec, slot, undefined, { text: `${firstLineOf(slot.text)}\n\n${block}` });
    if (inserted) return inserted;
  }
  const above = home ?? alignment.title;
  if (above) {
    const end = lineEnd(text, model.headingSpan(above).end);
    const isParted = /^(?:\r\n|\n|\r)?[ \t]*(?:[\r\n]|$)/u.test(text.slice(end));
    return insertion(end, eol + eol + block + (isParted ? '' : eol));
  }
  // The front matter goes with the blank lines behind it.
  const start = frontMatter
    ? bodyStart + /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(text.slice(bodyStart))![0].length
    : bodyStart;
  return insertion(start, block + eol + eol);
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
