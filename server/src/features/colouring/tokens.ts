import { overlap, type Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import { chunkTokens } from './chunk-tokens';
import { fieldTokens } from './field-tokens';
import { requirementTest } from '../requirement-definitions';

/** What a stretch of a document is to the schema. */
export type TokenKind = 'placeholder' | 'requirement' | 'choice' | 'field';

/** A stretch that is coloured. */
export interface Token {
  readonly kind: TokenKind;
  /** Absolute. */
  readonly span: Span;
  /** Whether a requirement is defined there. */
  readonly isDefinition: boolean;
}

/**
 * What only the schema knows in a part of a document: in its order, none within another. The cost follows the part, not the
 * document.
 */
export function tokensIn(spec: Spec, part: Span): Token[] {
  const { model, schema } = spec;
  const { tree } = model;
  const isRequirement = requirementTest(schema);
  const tokens = fieldTokens(spec).filter(({ span }) => overlap(span, part));
  const last = tree.chunkAt(part.end);
  for (let index = tree.chunkAt(part.start); index <= last; index++)
    tokens.push(...chunkTokens(spec, index, isRequirement));
  return withoutOverlaps(tokens);
}

/** Of two that overlap the one that starts first stays, and of two that start together the first of the list. */
function withoutOverlaps(tokens: readonly Token[]): Token[] {
  let end = -1;
  return [...tokens]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      if (span.start < end || span.start === span.end) return false;
      end = span.end;
      return true;
    });
}
