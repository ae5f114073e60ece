import { parseChoices } from '../model/choices';
import { DocumentModel } from '../model/document-model';
import { SyntaxTree } from '../syntax/tree';
import type { TextEdit } from '../text/edit';
import type { Schema } from '../template/schema';
import { blanksOf, type Blank } from './blanks';
import { toSnippet, type Stop } from './snippet-text';
import { AUTHOR } from '../rules/engine/author-name';

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
  const stops: Stop[] = [];
  let text = '';
  let position = 0;
  let inBody = 0;
  for (const blank of blanksOf(model)) {
    const { span } = blank;
    if (span.start < position) continue;
    const isMetadata = span.start < metadataEnd;
    const filled = isMetadata ? knownValue(blank, values) : undefined;
    if (filled === undefined && !isMetadata && ++inBody > BODY_STOPS) break;
    text += starter.slice(position, span.start);
    const start = text.length;
    text += filled ?? starter.slice(span.start, span.end);
    if (filled === undefined)
      stops.push({ span: { start, end: text.length }, choices: parseChoices(blank.text) });
    position = span.end;
  }
  return toSnippet(text + starter.slice(position), stops);
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

function endOfMetadata(model: DocumentModel): number {
  return model.lineStart(model.metadataEnd);
}

function knownValue({ text, label, write }: Blank, { date, author }: StarterValues): string | undefined {
  if (/YYYY-MM-DD/u.test(text)) return write(date);
  if (author !== '' && label !== undefined && AUTHOR.test(label)) return write(author);
  return undefined;
}
