import { t } from '@vscode/l10n';
import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import { chunkProse } from '../../model/prose';
import type { TextEdit } from '../../text/edit';
import { overlap, shiftSpan } from '../../text/span';
import { followHeadings } from './follow-headings';
import { countedHeadings, type HeadingNumber } from './heading-numbers';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';

const kind = 'refactor.rewrite.numbering';

/** `section 3.1` and `§ 3.1` in prose; the group holds the number. */
const REFERENCE =
  /(?:\b(?:sections?|sec\.|chapters?|Kapitel|Abschnitt)|§§?)\s*(\d{1,3}(?:\.\d{1,3})*)(?![\p{L}\d]|\.\d)/giu;
/** What says that the section is one of another document. */
const FOREIGN_BEFORE = /\b(?:RFC|ISO|IEC|IEEE|NIST|PCI|GDPR|DIN|EN)\b[^.;]{0,40}$/u;
const FOREIGN_AFTER = /^[\s*_]*(?:of|in|from)\s+(?!this\b)/iu;

/** Counts the numbers of all headings anew, with the links that lead to them. */
export const renumberHeadings: RefactoringProvider = { kind, offer };

function offer({ spec, isAskedFor }: RefactorContext): Refactoring[] {
  if (!isAskedFor || spec.wrapper) return [];
  const { model, alignment } = spec;
  const counted = countedHeadings(model, alignment.title);
  const changes = counted && [...counted].filter(([{ parts }, now]) => now.join('.') !== parts.join('.'));
  if (!changes || changes.length === 0) return [];
  const links = followHeadings(model, titleAfter(changes));
  if (!links) return [];
  const edits = [...changes.map(([{ span }, now]) => ({ span, newText: now.join('.') })), ...links];
  const references = findReferences(model, changes, [...counted.keys()], edits);
  if (references.length === 0) return [{ title: t('Renumber the sections'), kind, edits }];
  return [
    {
      title:
        references.length === 1
          ? t('Renumber the sections, and the mention of them in the text')
          : t('Renumber the sections, and the {0} mentions of them in the text', references.length),
      kind,
      edits: [...edits, ...references],
    },
    { title: t('Renumber the sections only'), kind, edits },
  ];
}

type Change = readonly [HeadingNumber, readonly number[]];

/** The title of a section with its new number. */
function titleAfter(changes: readonly Change[]): (section: Section) => string {
  const numbers = new Map(changes.map(([{ section, parts }, now]) => [section, { parts, now }]));
  return (section) => {
    const change = numbers.get(section);
    return change ? section.title.replace(change.parts.join('.'), change.now.join('.')) : section.title;
  };
}

/** What the prose calls the sections whose numbers change; empty where one of the numbers was that of two. */
function findReferences(
  { tree }: DocumentModel,
  changes: readonly Change[],
  all: readonly HeadingNumber[],
  taken: readonly TextEdit[],
): TextEdit[] {
  const target = new Map(changes.map(([{ parts }, now]) => [parts.join('.'), now.join('.')]));
  const isTwice = (number: string) => all.filter(({ parts }) => parts.join('.') === number).length > 1;
  const edits: TextEdit[] = [];
  for (const [index, chunk] of tree.chunks.entries()) {
    if (!/sec|chap|kap|absch|§/iu.test(chunk.text)) continue;
    for (const { text, span } of chunkProse(chunk)) {
      for (const match of text.matchAll(REFERENCE)) {
        const number = match[1]!;
        const end = match.index + match[0].length;
        const now = target.get(number);
        if (now === undefined || FOREIGN_BEFORE.test(text.slice(0, match.index))) continue;
        if (FOREIGN_AFTER.test(text.slice(end))) continue;
        if (isTwice(number)) return [];
        const place = shiftSpan({ start: end - number.length, end }, tree.chunkStart(index) + span.start);
        if (!taken.some((edit) => overlap(edit.span, place))) edits.push({ span: place, newText: now });
      }
    }
  }
  return edits;
}
