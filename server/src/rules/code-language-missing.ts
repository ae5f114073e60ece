import { t } from '@vscode/l10n';
import type { FenceFact } from '../model/fence';
import type { FenceSpec } from '../template/slot-content';
import { isCertainly } from './engine/code-language';
import { defineBlockRule, type RuleOptions } from './engine/rule';

const options = {
  everywhere: {
    default: false,
    description: 'Report each fence without a language, whatever the template has in its place.',
  },
} satisfies RuleOptions;

export default defineBlockRule<{ language: string | undefined }, typeof options>({
  id: 'code-language-missing',
  severity: { draft: 'hint', review: 'hint', approved: 'info' },
  fix: 'safe',
  waitsForLine: true,
  options,
  docs: {
    what: 'A fence names no language, where the fence of the template in its place does and the code is certainly in it.',
    why: 'Without it the code is shown without colours, diagrams are shown as text, and JSON is not checked.',
    remedy: 'Write the language behind the opening backticks.',
  },
  check({ facts, slotAt }, report, { everywhere }) {
    for (const fence of facts.fences) {
      if (fence.language !== undefined || fence.code.trim() === '') continue;
      const slot = slotAt(fence.span.start);
      const language = languageOf(fence, slot?.content.fences ?? [], everywhere);
      if (language === undefined && !everywhere) continue;
      report({
        at: fence.markSpan,
        message: language
          ? t(
              'This fence names no language, so its code is shown without colours and no tool can check it. Write `{0}` behind the opening marks.',
              language,
            )
          : t(
              'This fence names no language, so its code is shown without colours and no tool can check it. Write it behind the opening marks.',
            ),
        slot,
        data: { language },
      });
    }
  },
  fixes(_context, { language }, span) {
    if (language === undefined) return [];
    const at = { start: span.end, end: span.end };
    return [{ title: t('Name the language "{0}"', language), edits: [{ span: at, newText: language }] }];
  },
});

/** The language of the template's fences that the code is in beyond doubt; where one of them names none, none is due. */
function languageOf(
  { code }: FenceFact,
  specs: readonly FenceSpec[],
  everywhere: boolean,
): string | undefined {
  const named = specs.flatMap(({ language }) => language ?? []);
  if (named.length < specs.length && !everywhere) return undefined;
  const candidates = new Set(everywhere ? [...named, 'json'] : named);
  const certain = [...candidates].filter((language) => isCertainly(language, code));
  return certain.length === 1 ? certain[0] : undefined;
}
