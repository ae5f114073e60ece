import { RULES } from '../../rules/engine/registry.generated';
import type { DirectiveKind } from '../../model/directive';
import { countBefore } from '../../model/chunk-walk';
import { isAt, shiftSpan } from '../../text/span';
import { rulePage } from '../rule-page';
import type { Hover, HoverContext } from './hover-context';
import type { Inline } from './hover-text';

type Suppressing = Exclude<DirectiveKind, 'template' | 'size'>;

const EFFECTS: Readonly<Record<Suppressing, readonly [before: string, after: string]>> = {
  'disable-next-line': ['Silences ', ' on the next line.'],
  'disable-line': ['Silences ', ' on this line.'],
  disable: ['Silences ', ' from here on, up to an enabling comment or the end.'],
  enable: ['Reports ', ' again from here on.'],
  'disable-file': ['Silences ', ' in the whole file.'],
};

/** A comment to Specwright: what it does, and what the rules that it names are about. */
export function hoverDirective({ spec, offset }: HoverContext): Hover | undefined {
  const { directives, tree } = spec.model;
  const chunk = tree.chunkAt(offset);
  for (let index = countBefore(directives, chunk); directives[index]?.chunk === chunk; index++) {
    const { directive } = directives[index]!;
    const span = shiftSpan(directive.span, tree.chunkStart(chunk));
    if (!isAt(span, offset)) continue;
    const { kind, names } = directive;
    if (kind === 'template' || kind === 'size') return { span, blocks: [statement(kind, spec)] };
    const [before, after] = EFFECTS[kind];
    if (names.length === 0) return { span, blocks: [[`${before}all rules${after}`]] };
    const listed = names.flatMap((name, i): Inline[] => [i === 0 ? '' : ', ', { code: name }]);
    return { span, blocks: [[before, ...listed, after], { items: names.map(ruleOf) }] };
  }
  return undefined;
}

function statement(kind: 'template' | 'size', { schema, size }: HoverContext['spec']): Inline[] {
  return kind === 'template'
    ? ['This document follows the template ', { bold: schema.name }, '.']
    : ['This document is for a project of the size ', { bold: size ?? 'that is not known' }, '.'];
}

function ruleOf(name: string): Inline[] {
  const rule = RULES.find(({ id }) => id === name);
  if (!rule) return [{ code: name }, ': there is no such rule.'];
  return [{ link: name, href: rulePage(name) }, `: ${rule.docs.what} ${rule.docs.why}`];
}
