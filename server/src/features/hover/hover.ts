import { hoverCell } from './cell-hover';
import { hoverDirective } from './directive-hover';
import { hoverField } from './field-hover';
import type { Hover, HoverContext } from './hover-context';
import { hoverPlaceholder } from './placeholder-hover';
import { reasonsAt } from './reasons';
import { hoverRequirement } from './requirement-hover';
import { hoverSection } from './section-hover';

/** What a place can be, the narrowest first: only one of them is shown. */
const SUBJECTS: readonly ((context: HoverContext) => Hover | undefined)[] = [
  hoverDirective,
  hoverRequirement,
  hoverField,
  hoverCell,
  hoverSection,
  hoverPlaceholder,
];

/** What there is to say about a place, and why the problems there are problems; undefined where it is plain prose. */
export function hoverAt(context: HoverContext): Hover | undefined {
  let subject: Hover | undefined;
  for (const hover of SUBJECTS) if ((subject = hover(context))) break;
  const reasons = reasonsAt(context);
  if (!subject || !reasons) return subject ?? reasons;
  return { span: subject.span, blocks: [...subject.blocks, ...reasons.blocks] };
}
