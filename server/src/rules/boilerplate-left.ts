import { t } from '@vscode/l10n';
import type { FenceFact } from '../model/fence';
import type { Slot } from '../template/schema';
import type { Span } from '../text/span';
import { isSampleLabel } from './engine/sample-labels';
import { isSampleName, isToBeReplaced, sampleNameIn } from './engine/sample-names';
import { defineBlockRule } from './engine/rule';

export default defineBlockRule({
  id: 'boilerplate-left',
  severity: { draft: 'hint', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: "A template's own sample still stands: `Goal 1`, `table_name`, `/api/v1/resource`, or a whole piece of sample code.",
    why: 'It looks like content and says nothing, and someone may build `table_name`.',
    remedy: 'Write what is meant in its place, or delete the line.',
  },
  check({ facts, slotAt }, report) {
    const add = (at: Span, sample: string | undefined, slot: Slot | undefined) =>
      report({
        at,
        message:
          sample === undefined
            ? t(
                'This code comes from the template and says nothing of your design. Write what is meant, or delete the line.',
              )
            : t(
                '"{0}" comes from the template and says nothing of your design. Write what is meant, or delete the line.',
                sample,
              ),
        slot,
        data: undefined,
      });
    for (const { whole, span } of facts.items) {
      const slot = slotAt(span.start);
      const text = whole.replace(/\s*:$/u, '');
      if (slot && isSampleLabel(slot, text, 'item')) add(span, text, slot);
    }
    for (const { columns, rows, span: table } of facts.tables) {
      const slot = slotAt(table.start);
      for (const { cells } of slot ? rows : []) {
        cells.forEach(({ text, span }, index) => {
          const column = columns[index]?.replace(/\d+/gu, '#');
          if (slot && isSampleLabel(slot, text, 'cell', column)) add(span, text, slot);
        });
      }
    }
    for (const { code, span } of facts.codes) {
      const slot = slotAt(span.start);
      if (slot && isSampleName(code) && samplesOf(slot).includes(code)) add(span, code, slot);
    }
    for (const fence of facts.fences) {
      const slot = slotAt(fence.span.start);
      const found = slot && sampleIn(fence, slot);
      if (found) add(found.span, found.sample, slot);
    }
  },
});

/** The code spans of a slot, those of its heading included: ``Table: `table_name` ``. */
function samplesOf({ content, text }: Slot): string[] {
  const heading = /^[^\r\n]*/u.exec(text)![0];
  return [...content.codes, ...Array.from(heading.matchAll(/`([^`]+)`/gu), (match) => match[1]!)];
}

/** Without a sample: the code as a whole is the template's. */
function sampleIn(
  fence: FenceFact,
  { content }: Slot,
): { span: Span; sample: string | undefined } | undefined {
  const { code, codeSpan, markSpan } = fence;
  const samples = content.fences.map((spec) => spec.code);
  const name = sampleNameIn(code, samples);
  if (name) {
    const start = codeSpan.start + name.index;
    // In a list or a quote offsets into the code are none into the document.
    const isWhole = codeSpan.end - codeSpan.start === code.length;
    return { span: isWhole ? { start, end: start + name[0].length } : markSpan, sample: name[0] };
  }
  const isSample = content.fences.some(
    (spec) => squeezed(spec.code) === squeezed(code) && isToBeReplaced(spec),
  );
  return isSample ? { span: markSpan, sample: undefined } : undefined;
}

function squeezed(code: string): string {
  return code.replace(/\s+/gu, '');
}
