import { t } from '@vscode/l10n';
import type { FenceFact } from '../model/fence';
import type { Span } from '../text/span';
import { findJsonFault, type JsonFault } from './engine/json-fault';
import { defineBlockRule } from './engine/rule';

/** A string, closed on its line: what stands in it leaves nothing out. */
const STRING = /"(?:[^"\\\r\n]|\\.)*"/gu;
/** Other signs than those of JSON stand for something left out, a comment, a placeholder or another notation. */
const OTHER_SIGN = /[^\s{}[\],:"'\p{L}\p{N}_$.+-]|\.\.|\{\s*\{/u;
/** A word where a value stands, such as a type: `"id": uuid`. The words of other languages for JSON's own are mistakes. */
const PLACEHOLDER =
  /(?<![\p{L}\p{N}_$.'-])(?!(?:true|false|null|undefined|None|nil|NaN|Infinity)(?![\p{L}\p{N}_$]))[\p{L}_$][\p{L}\p{N}_$.-]*(?!\s*['"]?\s*:)(?![\p{L}\p{N}_$.-]|')/iu;

export default defineBlockRule({
  id: 'code-invalid-json',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'A `json` fence holds something that is no JSON: a comma too many, a missing quote, a bracket that nothing closes.',
    why: 'Readers copy examples, and tests and tools are generated from them.',
    remedy:
      'Correct it at the place shown. For comments name the fence `jsonc`; what leaves something out with `...` is not checked.',
  },
  check({ facts }, report) {
    for (const fence of facts.fences) {
      const fault =
        fence.language === 'json' && isMeantWhole(fence.code) ? findJsonFault(fence.code) : undefined;
      if (!fault) continue;
      const line = fence.code.slice(0, fault.start).split('\n').length;
      report({
        at: placeOf(fence, fault),
        message: t(
          'This is no JSON, so nobody can copy the example or check it. {0} (line {1} of the example).',
          fault.message,
          line,
        ),
        data: undefined,
      });
    }
  },
});

/** Whether a sample gives itself out for JSON from its first sign to its last. */
function isMeantWhole(code: string): boolean {
  if (!/^\s*[[{]/u.test(code)) return false;
  const signs = code.replace(STRING, '""');
  // Values that a comma or nothing parts are a list of which the brackets are left out.
  return !OTHER_SIGN.test(signs) && !PLACEHOLDER.test(signs) && !/[}\]]\s*,/u.test(topLevel(signs));
}

/** What stands outside all brackets, the outermost brackets included. */
function topLevel(signs: string): string {
  let depth = 0;
  let result = '';
  for (const sign of signs) {
    if (/[}\]]/u.test(sign)) depth -= 1;
    if (depth <= 0) result += sign;
    if (/[[{]/u.test(sign)) depth += 1;
  }
  return result;
}

/** In a list or a quote the code's lines are cut, and offsets into it are none into the document: the fence's marks then. */
function placeOf({ code, codeSpan, markSpan }: FenceFact, { start, end }: JsonFault): Span {
  if (codeSpan.end - codeSpan.start !== code.length) return markSpan;
  return { start: codeSpan.start + start, end: codeSpan.start + Math.max(end, start + 1) };
}
