/** The line ending that a text uses most; `\n` where it has none. */
export function dominantEol(text: string): '\n' | '\r\n' | '\r' {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  const cr = text.split('\r').length - 1 - crlf;
  if (crlf > lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/** The text with every line ending replaced by `eol`. */
export function withEol(text: string, eol: string): string {
  return text.replace(/\r\n|\n|\r/g, eol);
}

/** Where the line that holds `offset` starts. The cost is that of the line, wherever it stands. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Where the line that holds `offset` ends, before its line ending. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end += 1;
  return end;
}

/** A text up to the end of its first line, without white space behind it. */
export function firstLineOf(text: string): string {
  return text.slice(0, lineEnd(text, 0)).trimEnd();
}

/** Whether a UTF-16 unit is a carriage return or a line feed. */
export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
