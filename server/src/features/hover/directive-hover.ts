import { t } from '@vscode/l10n';
import { RULES } from '../../rules/engine/registry.generated';
import type { DirectiveKind } from '../../model/directive';
import { countBefore } from '../../model/chunk-walk';
import { isAt, shiftSpan } from '../../text/span';
import { rulePage } from '../rule-page';
import type { Hover, HoverContext } from './hover-context';
import { listed, sentence, type Inline } from './hover-text';

type Suppressing = Exclude<DirectiveKind, 'template' | 'size'>;

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
    if (names.length === 0) return { span, blocks: [[onAll(kind)]] };
    const rules = listed(names.map((code) => ({ code })));
    return { span, blocks: [sentence(onSome(kind), rules), { items: names.map(ruleOf) }] };
  }
  return undefined;
}

function onAll(kind: Suppressing): string {
  switch (kind) {
    case 'disable-next-line':
      return t('Silences all rules on the next line.');
    case 'disable-line':
      return t('Silences all rules on this line.');
    case 'disable':
      return t('Silences all rules from here on, up to an enabling comment or the end.');
    case 'enable':
      return t('Reports all rules again from here on.');
    case 'disable-file':
      return t('Silences all rules in the whole file.');
  }
}

function onSome(kind: Suppressing): string {
  switch (kind) {
    case 'disable-next-line':
      return t('Silences {0} on the next line.');
    case 'disable-line':
      return t('Silences {0} on this line.');
    case 'disable':
      return t('Silences {0} from here on, up to an enabling comment or the end.');
    case 'enable':
      return t('Reports {0} again from here on.');
    case 'disable-file':
      return t('Silences {0} in the whole file.');
  }
}

function statement(kind: 'template' | 'size', { schema, size }: HoverContext['spec']): Inline[] {
  return kind === 'template'
    ? sentence(t('This document follows the template {0}.'), { bold: schema.name })
    : sentence(t('This document is for a project of the size {0}.'), {
        bold: size ?? t('that is not known'),
      });
}

function ruleOf(name: string): Inline[] {
  const rule = RULES.find(({ id }) => id === name);
  if (!rule) return sentence(t('{0}: there is no such rule.'), { code: name });
  return [{ link: name, href: rulePage(name) }, `: ${t(rule.docs.what)} ${t(rule.docs.why)}`];
}
