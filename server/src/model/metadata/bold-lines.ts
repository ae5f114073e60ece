import type { Paragraph } from 'mdast';
import { foldWords } from '../fold';
import { readLabelledText } from '../labelled-text';
import type { FieldFact } from './field';
import { plainValue } from './plain-value';

/** `**Status:** Draft` and `**Status**: Draft`, one a line. */
export function readBoldLines(paragraph: Paragraph, source: string): FieldFact[] {
  return readLabelledText(paragraph, source).flatMap((piece) => {
    if (piece.label === undefined) return [];
    const { value, valueSpan } = plainValue(source, piece.valueSpan);
    return [
      {
        dialect: 'bold-line',
        isCertain: false,
        name: piece.label,
        folded: foldWords(piece.label),
        value,
        valueSpan,
        span: piece.span,
      },
    ];
  });
}
