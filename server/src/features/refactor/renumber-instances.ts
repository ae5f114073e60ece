import { t } from '@vscode/l10n';
import { chunkProse } from '../../model/prose';
import type { DocumentModel } from '../../model/document-model';
import { instanceGroups, numberEnd, type InstanceGroup } from '../../rules/engine/instance-groups';
import { mentions } from '../../rules/engine/instance-number';
import type { TextEdit } from '../../text/edit';
import { shiftSpan, type Span } from '../../text/span';
import { sectionAt } from './place';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';

const kind = 'refactor.rewrite.numbering';
/** What makes several of a mention, or something else than a plain number: `Phase 2-4`, `2 and 3`, `2.1`, `2a`. */
const GOES_ON = /^(?:[\p{L}_]|\.\d|[\s*_]*(?:[-–—/,&+]|and\b|or\b|to\b|bis\b|und\b)[\s*_]*\d)/iu;

/**
 * Numbers the instances of a repeated section one by one, and changes each mention of one along. Not offered where a mention
 * could mean two of them.
 */
export const renumberInstances: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec, isAskedFor } = context;
  const { model, alignment } = spec;
  const section = isAskedFor && !spec.wrapper ? sectionAt(context) : undefined;
  if (!section) return [];
  return alignment.schema.allSlots.flatMap((slot) =>
    instanceGroups(slot, { alignment, shape: model.shape }).flatMap((group) => {
      const isNear = group.sections.some((each) => each === section || each.parent === section);
      const edits = isNear ? renumber(model, group) : undefined;
      const name = group.words.join(' ');
      return edits ? [{ title: t('Renumber "{0} …" one by one', name), kind, edits }] : [];
    }),
  );
}

/** Undefined where that cannot be done safely. */
function renumber(model: DocumentModel, { words, sections, numbers }: InstanceGroup): TextEdit[] | undefined {
  const values = numbers.map(({ value }) => value);
  const first = Math.min(...values);
  const isPadded = numbers.some(({ value, width }) => String(value).length < width);
  const written = (index: number) =>
    String(first + index).padStart(isPadded ? numbers[index]!.width : 0, '0');
  const changes = values.map((value, index) => (value === first + index ? undefined : written(index)));
  if (changes.every((each) => each === undefined)) return undefined;
  const { text } = model.tree;
  const ends = sections.map((section) => numberEnd(model, section, words));
  const edits: TextEdit[] = [];
  for (const [index, end] of ends.entries()) {
    const span = { start: end - numbers[index]!.width, end };
    if (Number(text.slice(span.start, end)) !== values[index]) return undefined;
    if (changes[index] !== undefined) edits.push({ span, newText: changes[index] });
  }
  const isKnown = isRewritable(model);
  for (const { index, 0: mention, 1: plural, 2: digits } of text.matchAll(mentions(words))) {
    const end = index + mention.length;
    if (ends.includes(end)) continue;
    const number = Number(digits);
    const meant = values.flatMap((value, at) => (value === number ? [at] : []));
    const isSeveral = plural !== '' || GOES_ON.test(text.slice(end, end + 40));
    // What names no section now would name one afterwards.
    const isTaken = number >= first && number < first + values.length;
    if (isSeveral || (meant.length === 0 && isTaken)) return undefined;
    if (meant.every((at) => changes[at] === undefined)) continue;
    const span = { start: end - digits!.length, end };
    if (meant.length > 1 || !isKnown(span)) return undefined;
    edits.push({ span, newText: changes[meant[0]!]! });
  }
  return edits;
}

/** Tells whether a place is in prose, or in a link that leads to a place in the same document. */
function isRewritable(model: DocumentModel): (span: Span) => boolean {
  const { tree, content } = model;
  const own = content.links.flatMap(({ fact }, index) =>
    fact.url.startsWith('#') && !fact.isDefinition ? [model.contentSpan('links', index)] : [],
  );
  return (span) => {
    const holds = ({ start, end }: Span) => start <= span.start && span.end <= end;
    if (own.some(holds)) return true;
    const chunk = tree.chunkAt(span.start);
    const base = tree.chunkStart(chunk);
    return chunkProse(tree.chunks[chunk]!).some((prose) => {
      if (!holds(shiftSpan(prose.span, base))) return false;
      const at = span.start - base - prose.span.start;
      return !prose.text.slice(at, at + span.end - span.start).includes('\0');
    });
  };
}
