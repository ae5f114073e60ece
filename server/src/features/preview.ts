import { placeholderOf } from '../model/placeholders/read-placeholders';
import { fieldFor, statusOf, type Phase } from '../template/phase';
import type { Spec } from '../workspace/spec';
import { tokensIn } from './colouring/tokens';

/** What a preview shows of a spec beyond its text. */
export interface Preview {
  /** The status in the words of the template, or of the document where its template lists none; null where none is stated. */
  readonly status: string | null;
  /** Null where specs of this template have no status. */
  readonly phase: Phase | null;
  /** In their order, but for those of the front matter, which is no part of the text. */
  readonly placeholders: readonly PlaceholderMark[];
}

/** Where a placeholder stands, in such words that one who reads the text with another parser finds it for certain. */
export interface PlaceholderMark {
  /** From 0. */
  readonly line: number;
  /** In UTF-16 units from the start of the line. */
  readonly character: number;
  /** As it is written; of each further line without its indentation and the marks of block quotes, parted by `\n`. */
  readonly text: string;
  /** The same text may stand in one line several times: which one of how many it is, from 0. */
  readonly nth: number;
  readonly of: number;
}

/** Offsets to lines and characters from 0, and back. */
interface Lines {
  positionAt(offset: number): { line: number; character: number };
  offsetAt(position: { line: number; character: number }): number;
}

/** What a preview shows of a spec beyond its text. */
export function previewOf(spec: Spec, lines: Lines): Preview {
  const { tree } = spec.model;
  const placeholders = tokensIn(spec, { start: tree.bodyStart, end: tree.length })
    .filter(({ kind, span }) => kind === 'placeholder' && span.start >= tree.bodyStart)
    .map(({ span }) => {
      const { line, character } = lines.positionAt(span.start);
      const [first = '', ...others] = tree.slice(span.start, span.end).split(/\r\n|\n|\r/u);
      const start = lines.offsetAt({ line, character: 0 });
      const whole = tree.slice(start, Math.max(start, lines.offsetAt({ line, character: Infinity })));
      const places = placesOf(first, whole);
      const text = [first.trimEnd(), ...others.map((each) => each.replace(/^[\s>]+/u, '').trimEnd())];
      return { line, character, text: text.join('\n'), nth: places.indexOf(character), of: places.length };
    });
  return { ...statusIn(spec), placeholders };
}

function statusIn({ model: { shape }, schema, phase }: Spec): Pick<Preview, 'status' | 'phase'> {
  const asked = schema.fields.find(({ kind }) => kind === 'status');
  if (!asked) return { status: null, phase: null };
  const field = fieldFor(shape, asked);
  const status = field && !placeholderOf(field.value) ? statusOf(field.value, asked) : undefined;
  return { status: status ?? null, phase };
}

/** Where a text stands in a line, none within another. */
function placesOf(text: string, line: string): number[] {
  const places: number[] = [];
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + text.length)) places.push(at);
  return places;
}
