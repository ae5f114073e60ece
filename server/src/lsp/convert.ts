import type { Range, TextEdit as LspTextEdit } from 'vscode-languageserver';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/open-document';

type Lines = OpenDocument['lines'];

/** A span as an LSP range: lines and UTF-16 units from 0. */
export function toRange(lines: Lines, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toSpan(lines: Lines, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

export function toTextEdit(lines: Lines, { span, newText }: TextEdit): LspTextEdit {
  return { range: toRange(lines, span), newText };
}
