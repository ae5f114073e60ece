/** The line ending that a text uses most; `\n` where it has none. */
export function dominantEol(text: string): '\n' | '\r\n' {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  return crlf > lf ? '\r\n' : '\n';
}

/** The text with every line ending replaced by `eol`. */
export function withEol(text: string, eol: string): string {
  return text.replace(/\r\n|\n|\r/g, eol);
}
