import { parseChoices } from '../model/choices';
import { DocumentModel } from '../model/document-model';
import type { PlaceholderFact } from '../model/placeholders/read-placeholders';
import { SyntaxTree } from '../syntax/tree';
import type { TextEdit } from '../text/edit';
import { shiftSpan, type Span } from '../text/span';
import type { Schema } from '../template/schema';

/** What is known before a person writes a word. */
export interface StarterValues {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The author's name; empty where it is not known. */
  readonly author: string;
}

/** How many placeholders of the body get a tab stop; behind them the editor's own completions take over. */
const BODY_STOPS = 4;

/**
 * A template as a snippet (LSP, "Snippet Syntax"): the title, the metadata and the first placeholders are tab stops, the
 * date and the author are filled in.
 */
export function templateSnippet(schema: Schema, values: StarterValues): string {
  const { starter } = schema;
  const model = new DocumentModel(SyntaxTree.parse(starter));
  const metadataEnd = endOfMetadata(model);
  let snippet = '';
  let position = 0;
  let stop = 0;
  let inBody = 0;
  for (const { fact, span } of placeholdersOf(model)) {
    if (span.start < position) continue;
    const isMetadata = span.start < metadataEnd;
    const filled = isMetadata ? knownValue(fact, values) : undefined;
    if (filled === undefined && !isMetadata && ++inBody > BODY_STOPS) break;
    snippet += escapeText(starter.slice(position, span.start));
    snippet +=
      filled === undefined ? tabStop(++stop, fact, starter.slice(span.start, span.end)) : escapeText(filled);
    position = span.end;
  }
  return `${snippet}${escapeText(starter.slice(position))}$0`;
}

/** The edits that fill in what is known in the metadata of a starter text. */
export function filledValues(starter: string, values: StarterValues): TextEdit[] {
  const model = new DocumentModel(SyntaxTree.parse(starter));
  const end = endOfMetadata(model);
  return placeholdersOf(model).flatMap(({ fact, span }) => {
    const newText = span.start < end ? knownValue(fact, values) : undefined;
    return newText === undefined ? [] : [{ span, newText }];
  });
}

function placeholdersOf(model: DocumentModel): { fact: PlaceholderFact; span: Span }[] {
  const { tree } = model;
  const found = tree.chunks.flatMap((_, index) =>
    model
      .facts(index)
      .placeholders.map((fact) => ({ fact, span: shiftSpan(fact.span, tree.chunkStart(index)) })),
  );
  return found.sort((a, b) => a.span.start - b.span.start);
}

function endOfMetadata(model: DocumentModel): number {
  return model.lineStart(model.metadataEnd);
}

function knownValue(fact: PlaceholderFact, { date, author }: StarterValues): string | undefined {
  const label = fact.kind === 'cell' ? fact.row : fact.label;
  if (/YYYY-MM-DD/u.test(fact.text)) return date;
  if (author !== '' && label !== undefined && /^authors?$/u.test(label)) return author;
  return undefined;
}

function tabStop(number: number, { text }: PlaceholderFact, source: string): string {
  const choices = parseChoices(text);
  if (!choices) return `\${${number}:${escapeText(source)}}`;
  return `\${${number}|${choices.map((choice) => choice.replace(/[\\,|]/gu, '\\$&')).join(',')}|}`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
