import { parseChoices } from '../model/choices';
import { DocumentModel } from '../model/document-model';
import { SyntaxTree } from '../syntax/tree';
import { yamlText } from '../rules/engine/yaml-text';
import { shiftSpan, type Span } from '../text/span';
import type { Stop } from './snippet-text';

/** A place that waits for an answer. */
export interface Blank {
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
export function blanksOf(model: DocumentModel): Blank[] {
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

/**
 * The blanks of a piece of Markdown as tab stops; none within another. What is not chosen stays as it is, so that no choice is
 * made for anybody.
 */
export function stopsIn(markdown: string): Stop[] {
  let position = 0;
  return blanksOf(new DocumentModel(SyntaxTree.parse(markdown))).flatMap(({ text, span }) => {
    if (span.start < position) return [];
    position = span.end;
    const choices = parseChoices(text);
    return [{ span, choices: choices && [markdown.slice(span.start, span.end), ...choices] }];
  });
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
