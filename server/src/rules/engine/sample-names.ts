import type { FenceSpec } from '../../template/slot-content';

/** Parts of names that templates write where an author's own word belongs. */
const STANDING_IN =
  /^(?:table|field|resource|foreign|param|feature|entity|component|method|option|class|other|nested|inner)$/u;
/** Parts that say nothing by themselves and stand beside those. */
const PLAIN =
  /^(?:name|idx|index|uq|fk|pk|chk|api|path|type|id|status|created|updated|at|object|array|item|enabled|enum|new|old|value|a|b|v|get|post|put|patch|delete|to|do|something)$/u;
/** Names of templates' samples that no program has by accident; in code, where others are words of a language. */
const IN_CODE =
  /(?<![\p{L}\p{N}_])(?:table_name|field_?[12]|field_name|nested_object|inner_field|array_field|item_field|foreign_id|ClassName|algorithmName|Entity1|State[12]|entity_[abc]_id|component[12])(?![\p{L}\p{N}_])/gu;
/** What tells that a sample was never meant to stay: a type or a word where a value belongs, or a bracket to fill in. */
const IN_SAMPLE =
  /"(?:value|result|type|type[ ,(][^"]*)"|\bresource\b|\bapplyBusinessRules\b|\bEntity [A-C]\b/u;
/** In a diagram's language brackets make boxes. */
const BRACKETS = /\[\p{L}[^\]\n"]{2,}\]|\{\{[^}]*\}\}/u;

/** Whether a name or a path of a template is made of nothing but words that stand for others: `/api/v1/resource`. */
export function isSampleName(name: string): boolean {
  const parts = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  if (parts.length === 1 && /^\p{L}+$/u.test(name)) return false;
  return (
    parts.some((part) => STANDING_IN.test(part)) &&
    parts.every((part) => STANDING_IN.test(part) || PLAIN.test(part))
  );
}

/** The first name in a piece of code that a template's sample has too and that stands for the author's own. */
export function sampleNameIn(code: string, samples: readonly string[]): RegExpExecArray | undefined {
  for (const match of code.matchAll(IN_CODE)) {
    if (samples.some((sample) => new RegExp(`(?<![\\w])${match[0]}(?![\\w])`, 'u').test(sample)))
      return match;
  }
  return undefined;
}

/** Whether a template's sample of code has something in it that an author is to replace. */
export function isToBeReplaced({ language, code }: FenceSpec): boolean {
  const isDiagram = language === 'mermaid' || language === 'dot' || language === 'd2';
  return IN_SAMPLE.test(code) || code.match(IN_CODE) !== null || (!isDiagram && BRACKETS.test(code));
}
