import { shiftSpan, type Span } from '../text/span';
import { chunkAsides } from './aside';
import type { DocumentModel } from './document-model';
import { findIdentifiers, mayHoldIdentifiers, type IdentifierFact } from './identifier';
import { chunkProse } from './prose';

/** A stretch of a document in which an id may stand that means something. Its span is absolute. */
export interface MentioningText {
  readonly text: string;
  readonly span: Span;
  /** Code counts only as a whole: `FR-7` is an id, `FR-7 && x` is code. */
  readonly isCode: boolean;
}

/** An id of a requirement where it stands. */
export interface RequirementMention {
  readonly fact: IdentifierFact;
  /** Absolute. */
  readonly span: Span;
}

/** All that may mention an id: prose, texts and labels of links, code spans, and values of YAML. Not fences, comments and HTML. */
export function mentioningTexts(model: DocumentModel): MentioningText[] {
  return [...model.tree.chunks.flatMap((_, index) => inChunk(model, index, true)), ...inYaml(model)];
}

/** Every id of a requirement that the document mentions, in its order. Walks the whole document. */
export function requirementMentions(model: DocumentModel): RequirementMention[] {
  const found = new Map<number, RequirementMention>();
  const add = (fact: IdentifierFact, base: number) => {
    const span = shiftSpan(fact.span, base);
    // What the chunk's own facts say of an id comes first, and knows more.
    if (!found.has(span.start)) found.set(span.start, { fact, span });
  };
  model.tree.chunks.forEach((chunk, index) => {
    if (!mayHoldIdentifiers(chunk.text)) return;
    for (const fact of model.facts(index).identifiers) add(fact, model.tree.chunkStart(index));
    for (const text of inChunk(model, index, false)) for (const fact of idsIn(text)) add(fact, 0);
  });
  for (const text of inYaml(model)) for (const fact of idsIn(text)) add(fact, 0);
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function idsIn({ text, span, isCode }: MentioningText): IdentifierFact[] {
  const ids = findIdentifiers(text, span.start, 'text');
  return isCode ? ids.filter(({ id }) => id === text.trim()) : ids;
}

function inChunk({ tree }: DocumentModel, index: number, prose: boolean): MentioningText[] {
  const chunk = tree.chunks[index]!;
  if (!mayHoldIdentifiers(chunk.text)) return [];
  const start = tree.chunkStart(index);
  const texts = prose
    ? chunkProse(chunk).map(({ text, span }) => ({ text, span: shiftSpan(span, start), isCode: false }))
    : [];
  const asides = chunkAsides(chunk).map(({ text, span, kind }) => ({
    text,
    span: shiftSpan(span, start),
    isCode: kind === 'code',
  }));
  return [...texts, ...asides];
}

/** The values of front matter and of a fence of metadata; other dialects of metadata are prose. */
function inYaml(model: DocumentModel): MentioningText[] {
  const fields = model.shape.fields.filter(
    ({ dialect, value }) =>
      (dialect === 'front-matter' || dialect === 'yaml-fence') && mayHoldIdentifiers(value),
  );
  return fields.map((field) => {
    const span = model.fieldValueSpan(field);
    return { text: model.tree.slice(span.start, span.end), span, isCode: false };
  });
}
