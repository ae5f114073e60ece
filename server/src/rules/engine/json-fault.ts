import { t } from '@vscode/l10n';
// The file that the package offers to bundlers: its main one is UMD, which esbuild cannot follow for Node.
import { printParseErrorCode, visit } from 'jsonc-parser/lib/esm/main.js';

/** Where a text is no JSON, as offsets into it, and what is wrong there as a sentence without its full stop. */
export interface JsonFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What is wrong, by the name that the parser has for it. */
function messageFor(name: string): string {
  switch (name) {
    case 'InvalidSymbol':
      return t('This is neither a value nor a name in double quotes');
    case 'InvalidNumberFormat':
      return t('This is no number');
    case 'PropertyNameExpected':
      return t('A name in double quotes must stand here');
    case 'ValueExpected':
      return t('A value must stand here');
    case 'ColonExpected':
      return t('A colon is missing before this');
    case 'CommaExpected':
      return t('A comma is missing before this');
    case 'CloseBraceExpected':
      return t('It ends here before its "{" is closed');
    case 'CloseBracketExpected':
      return t('It ends here before its "[" is closed');
    case 'InvalidCommentToken':
      return t('JSON has no comments');
    case 'UnexpectedEndOfString':
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
    case 'InvalidCharacter':
      return t('A string is not closed on its line, or has a character that must be escaped');
    default:
      return t('This is no JSON');
  }
}

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
    return { ...last, message: t('No comma may stand before "{0}"', text[start]!) };
  const message = messageFor(name);
  // At the end there is nothing to mark but what stands last.
  return start === text.length ? { ...last, message } : { start, end, message };
}
