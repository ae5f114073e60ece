import { DocumentModel } from '../model/document-model';
import type { Section } from '../model/section';
import type { SyntaxTree } from '../syntax/tree';
import type { TextEdit } from '../text/edit';
import { titleKey } from './title-pattern';

const SAME = /^[[(*_<]*\s*(?:same|identical)\b[^\r\n]*\b(?:as|to)\b[^\r\n]*$/iu;

/**
 * A template may spell out the subsections of its first instance and say of the next "[Same structure as Component 1]".
 * Gives that one the subsections too, so that an instance is what it stands for wherever its text is used.
 */
export function expandSameStructure(model: DocumentModel): DocumentModel {
  const { text } = model.tree;
  if (!/\b(?:same|identical)\b/iu.test(text)) return model;
  const { sections } = model.shape;
  const edits = sections.flatMap((section): TextEdit[] => {
    const body = model.bodySpan(section);
    const words = text.slice(body.start, body.end);
    const said = words.trim().replace(/\s*[\r\n][ \t]*(?:-{3,}|\*{3,}|_{3,})$/u, '');
    if (section.children.length > 0 || !SAME.test(said)) return [];
    const first = sections.find((other) => other.children.length > 0 && areInstances(other, section));
    if (!first) return [];
    const children = text.slice(model.lineStart(first.ordinal + 1), model.sectionSpan(first).end).trimEnd();
    const start = body.start + words.indexOf(said);
    return [{ span: { start, end: start + said.length }, newText: children }];
  });
  if (edits.length === 0) return model;
  const tree = edits.reduceRight<SyntaxTree>(
    (edited, { span, newText }) => edited.edit({ span, text: newText }),
    model.tree,
  );
  return new DocumentModel(tree, model);
}

function areInstances(first: Section, second: Section): boolean {
  const isBefore =
    first.parent === second.parent && first.level === second.level && first.ordinal < second.ordinal;
  return isBefore && titleKey(first.title) === titleKey(second.title);
}
