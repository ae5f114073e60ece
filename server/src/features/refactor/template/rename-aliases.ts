import { slug } from 'github-slugger';
import { Anchors } from '../../../model/document-anchors';
import type { DocumentModel } from '../../../model/document-model';
import { foldTitle, withoutMark } from '../../../model/fold';
import type { TextEdit } from '../../../text/edit';
import type { Spec } from '../../../workspace/spec';

/** Gives each heading that goes by another name of its section the title that the template has, and the links to it in the document. */
export function renameAliases({ model, alignment }: Spec): TextEdit[] {
  return model.shape.sections.flatMap((section) => {
    const slot = alignment.slots[section.ordinal];
    if (!slot?.pattern.aliases.has(section.folded) || slot.pattern.literal === undefined) return [];
    const span = model.titleSpan(section);
    const source = model.tree.slice(span.start, span.end);
    const [from, to] = wordsIn(source, section.folded);
    const newText = withoutMark(slot.title);
    const renamed = source.slice(0, from) + newText + source.slice(to);
    const edit = { span: { start: span.start + from, end: span.start + to }, newText };
    return [edit, ...relink(model, section.title, renamed)];
  });
}

/** Where the words of a title stand in it, without a number before them or an anchor behind them. */
function wordsIn(title: string, folded: string): [from: number, to: number] {
  let from = 0;
  let to = title.length;
  for (let at = 1; at < title.length; at++) if (foldTitle(title.slice(at)) === folded) from = at;
  while (/\s/u.test(title[from]!)) from += 1;
  for (let at = title.length - 1; at > from; at--) if (foldTitle(title.slice(from, at)) === folded) to = at;
  return [from, to];
}

function relink(model: DocumentModel, before: string, after: string): TextEdit[] {
  const anchors = new Anchors({ titles: [before], names: [] });
  return model.content.links.flatMap(({ fact }, index) => {
    const anchor = fact.url.startsWith('#') ? fact.url.slice(1) : '';
    if (anchor === '' || !anchors.has(anchor)) return [];
    const span = model.contentSpan('links', index);
    const at = model.tree.slice(span.start, span.end).lastIndexOf(fact.url);
    if (at < 0) return [];
    const start = span.start + at + 1;
    return [{ span: { start, end: start + anchor.length }, newText: slug(after) }];
  });
}
