import type { DocumentModel } from '../../model/document-model';
import type { HeadingSlugs } from '../../model/heading-slugs';
import type { TextEdit } from '../../text/edit';
import type { Destination } from './anchors';

/**
 * The anchor to a heading after titles have changed, in the form of one that led to it where that still leads there.
 * @param isSet whether the document sets an anchor with this name itself
 * @returns undefined where no form leads to it any longer
 */
export function anchorAfter(
  anchor: string,
  ordinal: number,
  { before, after }: { readonly before: HeadingSlugs; readonly after: HeadingSlugs },
  isSet: (name: string) => boolean,
): string | undefined {
  const forms = [before.rewritten(anchor, ordinal, after), after.anchorOf(ordinal)];
  return forms.find((name) => !isSet(name) && after.ordinalOf(name) === ordinal);
}

/** The edit that gives a destination another anchor, escaped as the one before; undefined where it has that already, or none. */
export function anchorEdit(
  { tree }: DocumentModel,
  { urlSpan: { start, end } }: Destination,
  anchor: string,
): TextEdit | undefined {
  const written = tree.slice(start, end);
  const hash = written.indexOf('#');
  const isEscaped = /%[0-9a-f]{2}/iu.test(written.slice(hash));
  const newText = isEscaped ? encodeURIComponent(anchor) : anchor;
  if (hash < 0 || written.slice(hash + 1) === newText) return undefined;
  return { span: { start: start + hash + 1, end }, newText };
}
