import { parseChoices } from '../model/choices';
import { DocumentModel } from '../model/document-model';
import { SyntaxTree } from '../syntax/tree';
import type { Schema } from '../template/schema';
import { blanksOf } from './blanks';
import type { StarterValues } from './create/known-values';
import { toSnippet, type Stop } from './snippet-text';
import { starterFor } from './starter';

/** How many placeholders of the body get a tab stop; behind them the editor's own completions take over. */
const BODY_STOPS = 4;

/**
 * A template as a snippet (LSP, "Snippet Syntax"): the title, the metadata and the first placeholders are tab stops, what
 * is known is filled in.
 */
export function templateSnippet(schema: Schema, values: StarterValues): string {
  const text = starterFor(schema, values);
  const model = new DocumentModel(SyntaxTree.parse(text));
  const metadataEnd = model.lineStart(model.metadataEnd);
  const stops: Stop[] = [];
  let position = 0;
  let inBody = 0;
  for (const blank of blanksOf(model)) {
    const { span } = blank;
    if (span.start < position) continue;
    if (span.start >= metadataEnd && ++inBody > BODY_STOPS) break;
    stops.push({ span, choices: parseChoices(blank.text) });
    position = span.end;
  }
  return toSnippet(text, stops);
}
