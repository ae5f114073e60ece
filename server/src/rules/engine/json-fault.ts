// The file that the package offers to bundlers: its main one is UMD, which esbuild cannot follow for Node.
import { printParseErrorCode, visit } from 'jsonc-parser/lib/esm/main.js';

/** Where a text is no JSON, as offsets into it, and what is wrong there as a sentence without its full stop. */
export interface JsonFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const UNCLOSED = 'A string is not closed on its line, or has a character that must be escaped';

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is neither a value nor a name in double quotes',
  InvalidNumberFormat: 'This is no number',
  PropertyNameExpected: 'A name in double quotes must stand here',
  ValueExpected: 'A value must stand here',
  ColonExpected: 'A colon is missing before this',
  CommaExpected: 'A comma is missing before this',
  CloseBraceExpected: 'It ends here before its "{" is closed',
  CloseBracketExpected: 'It ends here before its "[" is closed',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfString: UNCLOSED,
  InvalidUnicode: UNCLOSED,
  InvalidEscapeCharacter: UNCLOSED,
  InvalidCharacter: UNCLOSED,
};

/**
 * Finds the first place at which a text is no JSON (RFC 8259). JSON values that follow one another are no fault, since
 * an example may show several.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  for (let from = 0; ;) {
    const fault = firstFault(text.slice(from));
    if (!fault) return undefined;
    if (fault.name !== 'EndOfFileExpected' || fault.start === 0)
      return describe(text, fault.name, fault.start + from, fault.end + from);
    from += fault.start;
  }
}

function firstFault(text: string): { name: string; start: number; end: number } | undefined {
  const faults: { name: string; start: number; end: number }[] = [];
  const onError = (code: number, start: number, length: number) =>
    faults.push({ name: printParseErrorCode(code), start, end: start + length });
  visit(text, { onError }, { disallowComments: true });
  return faults.sort((a, b) => a.start - b.start)[0];
}

function describe(text: string, name: string, start: number, end: number): JsonFault {
  const before = text.slice(0, start).trimEnd();
  const last = { start: Math.max(before.length - 1, 0), end: before.length };
  if (before.endsWith(',') && /^[}\]]/u.test(text.slice(start)))
    return { ...last, message: `No comma may stand before "${text[start]}"` };
  const message = MESSAGES[name] ?? 'This is no JSON';
  // At the end there is nothing to mark but what stands last.
  return start === text.length ? { ...last, message } : { start, end, message };
}
