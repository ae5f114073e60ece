import { parseChoices } from '../model/choices';
import { DocumentModel } from '../model/document-model';
import { SyntaxTree } from '../syntax/tree';
import { yamlText } from '../rules/engine/yaml-text';
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
  for (const blank of blanksOf(model)) {
    const { text, span } = blank;
    if (span.start < position) continue;
    const isMetadata = span.start < metadataEnd;
    const filled = isMetadata ? knownValue(blank, values) : undefined;
    if (filled === undefined && !isMetadata && ++inBody > BODY_STOPS) break;
    snippet += escapeText(starter.slice(position, span.start));
    snippet +=
      filled === undefined ? tabStop(++stop, text, starter.slice(span.start, span.end)) : escapeText(filled);
    position = span.end;
  }
  return `${snippet}${escapeText(starter.slice(position))}$0`;
}

/** The edits that fill in what is known in the metadata of a starter text. */
export function filledValues(starter: string, values: StarterValues): TextEdit[] {
  const model = new DocumentModel(SyntaxTree.parse(starter));
  const end = endOfMetadata(model);
  return blanksOf(model).flatMap((blank) => {
    const newText = blank.span.start < end ? knownValue(blank, values) : undefined;
    return newText === undefined ? [] : [{ span: blank.span, newText }];
  });
}

/** A place that waits for an answer. */
interface Blank {
  /** The words of the placeholder. */
  readonly text: string;
  /** The folded name of what is asked for. */
  readonly label: string | undefined;
  /** Absolute. */
  readonly span: Span;
  /** How an answer is written there. */
  readonly write: (answer: string) => string;
}

/** Every blank of a document, in its order. */
function blanksOf(model: DocumentModel): Blank[] {
  const { tree } = model;
  const found = tree.chunks.flatMap((_, index) =>
    model
      .facts(index)
      .placeholders.map(({ text, kind, row, label, span }): Blank => ({
        text,
        label: kind === 'cell' ? row : label,
        span: shiftSpan(span, tree.chunkStart(index)),
        write: (answer) => answer,
      })),
  );
  return [...yamlBlanksOf(model), ...found].sort((a, b) => a.span.start - b.span.start);
}

const YAML_BLANK = /^\[[^[\]]*\p{L}[^[\]]*\]$|^\{\{[^{}]+\}\}$|^<[^<>]+>$|^YYYY-MM-DD$/u;

/** The blanks in the front matter, which is YAML and has no blocks. */
function yamlBlanksOf(model: DocumentModel): Blank[] {
  const { text } = model.tree;
  return model.shape.fields.flatMap((field): Blank[] => {
    const span = model.fieldValueSpan(field);
    const isBlank = YAML_BLANK.test(field.value) || parseChoices(field.value);
    if (field.dialect !== 'front-matter' || !isBlank) return [];
    const quote = text[span.start - 1];
    const write = (answer: string) => yamlText(answer, quote);
    return [{ text: field.value.replace(/^\[(.*)\]$/u, '$1'), label: field.folded, span, write }];
  });
}

function endOfMetadata(model: DocumentModel): number {
  return model.lineStart(model.metadataEnd);
}

function knownValue({ text, label, write }: Blank, { date, author }: StarterValues): string | undefined {
  if (/YYYY-MM-DD/u.test(text)) return write(date);
  if (author !== '' && label !== undefined && /^authors?$/u.test(label)) return write(author);
  return undefined;
}

function tabStop(number: number, text: string, source: string): string {
  const choices = parseChoices(text);
  if (!choices) return `\${${number}:${escapeText(source)}}`;
  return `\${${number}|${choices.map((choice) => choice.replace(/[\\,|]/gu, '\\$&')).join(',')}|}`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
