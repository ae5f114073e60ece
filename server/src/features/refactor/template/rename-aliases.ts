import { foldTitle, withoutMark } from '../../../model/fold';
import type { Section } from '../../../model/section';
import type { TextEdit } from '../../../text/edit';
import { overlap } from '../../../text/span';
import type { Spec } from '../../../workspace/spec';
import { followHeadings } from '../follow-headings';

/**
 * Gives each heading that goes by another name of its section the title that the template has, and the links to it in the
 * document; no edits where a link could not follow.
 */
export function renameAliases({ model, alignment }: Spec): TextEdit[] {
  const renamed = new Map<Section, { readonly edit: TextEdit; readonly title: string }>();
  for (const section of model.shape.sections) {
    const slot = alignment.slots[section.ordinal];
    if (!slot?.pattern.aliases.has(section.folded) || slot.pattern.literal === undefined) continue;
    const span = model.titleSpan(section);
    const source = model.tree.slice(span.start, span.end);
    const [from, to] = wordsIn(source, section.folded);
    const newText = withoutMark(slot.title);
    renamed.set(section, {
      edit: { span: { start: span.start + from, end: span.start + to }, newText },
      title: source.slice(0, from) + newText + source.slice(to),
    });
  }
  const edits = [...renamed.values()].map(({ edit }) => edit);
  const links = followHeadings(model, (section) => renamed.get(section)?.title ?? section.title);
  return links
    ? [...edits, ...links.filter(({ span }) => !edits.some((edit) => overlap(edit.span, span)))]
    : [];
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
