import { foldWords } from '../../model/fold';
import { yamlText } from '../../rules/engine/yaml-text';
import { escapeCell } from '../../rules/engine/table-edits';
import { fieldSpecOf } from '../../template/known-fields';
import type { FieldSpec } from '../../template/schema';
import type { Cursor } from './cursor';
import type { ValuePlace } from './typed-value';

/** A field of the template with the place of its value, in which the cursor is. */
export interface FieldLine {
  readonly field: FieldSpec;
  readonly place: ValuePlace;
}

interface Label {
  readonly name: string;
  /** Where in the line the place of the value starts, the blanks behind the label included. */
  readonly end: number;
  /** What is still to be written to close the label. */
  readonly closing: string;
  readonly dialect: 'yaml' | 'table' | 'line';
}

const NAME = String.raw`\p{L}[\p{L}\p{N} _/&'’()-]{0,39}?`;
const YAML = new RegExp(String.raw`^(["']?)(${NAME})\1:`, 'u');
const ROW = new RegExp(String.raw`^[\s>]*\|?\s*(?:\*\*|__)?(${NAME})(?:\*\*|__)?:?(?:\*\*|__)?\s*\|`, 'u');
const BOLD = new RegExp(
  String.raw`(?:^[\s>]*(?:[-*+][ \t]+)?|[|·•—][ \t]*)(\*\*|__)(${NAME})(?::\1|\1[ \t]*:)`,
  'gu',
);
const OPEN_BOLD = new RegExp(String.raw`^[\s>]*(?:[-*+][ \t]+)?(\*\*|__)(${NAME}):$`, 'u');
const PLAIN = new RegExp(String.raw`^[\s>]*(?:[-*+][ \t]+)?(${NAME}):(?=[ \t]|$)`, 'u');

/** The field in whose value the cursor is; undefined outside of the metadata. */
export function fieldLineAt(cursor: Cursor): FieldLine | undefined {
  if (!isInMetadata(cursor)) return undefined;
  const label = labelBefore(cursor);
  const field = label && fieldSpecOf(cursor.spec.schema, { folded: foldWords(label.name) });
  return field && { field, place: placeBehind(cursor, label) };
}

/** Whether the cursor is where a document of its template has its metadata. */
export function isInMetadata({ spec, section, slot, place }: Cursor): boolean {
  const { schema, alignment, model } = spec;
  if (place === 'front-matter') return true;
  if (place === 'opaque' || place === 'fence') return false;
  if (!section || section === alignment.title || section.ordinal < model.metadataEnd) return true;
  return slot !== undefined && slot === schema.slots[0] && schema.fields.some(({ inSection }) => inSection);
}

function labelBefore({ before, place }: Cursor): Label | undefined {
  if (place === 'front-matter') {
    const match = YAML.exec(before);
    return match ? { name: match[2]!, end: match[0].length, closing: '', dialect: 'yaml' } : undefined;
  }
  const row = place === 'table' ? ROW.exec(before) : null;
  if (row) {
    const isInSecondCell = !/(?<!\\)\|/u.test(before.slice(row[0].length));
    return isInSecondCell ? { name: row[1]!, end: row[0].length, closing: '', dialect: 'table' } : undefined;
  }
  if (place === 'table' || place === 'heading') return undefined;
  const bold = [...before.matchAll(BOLD)].at(-1);
  if (bold) return { name: bold[2]!, end: bold.index + bold[0].length, closing: '', dialect: 'line' };
  const open = OPEN_BOLD.exec(before);
  if (open) return { name: open[2]!, end: before.length, closing: open[1]!, dialect: 'line' };
  const plain = PLAIN.exec(before);
  return plain ? { name: plain[1]!, end: plain[0].length, closing: '', dialect: 'line' } : undefined;
}

/** What ends a value on its line. */
const ENDS: Readonly<Record<Label['dialect'], RegExp>> = {
  yaml: /\s*(?:\s#.*)?$/u,
  table: /\s*(?:(?<!\\)\|.*)?$/u,
  line: /\s*(?:[|·•—][ \t]*(?:\*\*|__).*|<br\s*\/?>.*|\\)?\s*$/u,
};

function placeBehind({ before, after, line }: Cursor, { end, closing, dialect }: Label): ValuePlace {
  const isClosedBehind = closing !== '' && after.startsWith(closing);
  const source = before + after;
  const blanks = /^[ \t]*/u.exec(source.slice(end))![0];
  const isBehindBlanks = before.length >= end + blanks.length;
  let start = isBehindBlanks ? end + blanks.length : before.length;
  let stop = start + ENDS[dialect].exec(source.slice(start))!.index;
  const present = source.slice(start, stop);
  const marks = dialect === 'yaml' ? /^["']/u : /^(?:`|\*\*|__|\*|_)/u;
  const opening = closing === '' ? marks.exec(present)?.[0] : undefined;
  const mark = opening !== undefined && before.length >= start + opening.length ? opening : undefined;
  // Behind a mark that was opened; one that closes the value stays.
  if (mark !== undefined) {
    start += mark.length;
    if (stop - start >= mark.length && source.slice(start, stop).endsWith(mark)) stop -= mark.length;
  }
  stop = Math.max(stop, before.length + (isClosedBehind ? closing.length : 0));
  const rest = source.slice(stop);
  const needsBlank = mark === undefined && !/[ \t]$/u.test(source.slice(0, start));
  return {
    span: { start: line.start + start, end: line.start + stop },
    typed: before.slice(start),
    present: isClosedBehind ? source.slice(start + closing.length, stop).trim() : source.slice(start, stop),
    before: closing + (needsBlank ? ' ' : ''),
    behind: dialect === 'table' ? (rest.trim() === '' ? ' |' : rest.startsWith('|') ? ' ' : '') : '',
    write: (value) => {
      if (dialect === 'yaml') return yamlText(value, mark);
      return dialect === 'table' ? escapeCell(value) : value;
    },
  };
}
