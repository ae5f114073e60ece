import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import { shiftSpan, type Span } from '../../text/span';

/** The number that a heading starts with: `2.1` of `## 2.1. Goals`. */
export interface HeadingNumber {
  readonly section: Section;
  readonly parts: readonly number[];
  /** Absolute. */
  readonly span: Span;
}

const NUMBER = /^(?:§\s*)?(\d{1,3}(?:\.\d{1,3})*)[.):]?[ \t]+(?=\S)/u;

/**
 * The numbers of headings as they would be, counted one by one; by section.
 * @returns undefined where the document does not number its headings, or does so in a way that is not understood
 */
export function countedHeadings(
  model: DocumentModel,
  title: Section | undefined,
): ReadonlyMap<HeadingNumber, readonly number[]> | undefined {
  const { sections } = model.shape;
  const numbers = new Map<Section, HeadingNumber>();
  for (const section of sections) {
    const number = section === title ? undefined : readNumber(model, section);
    if (number) numbers.set(section, number);
  }
  const counted = new Map<HeadingNumber, readonly number[]>();
  const groups = new Set(sections.map(({ parent }) => parent));
  for (const parent of groups) {
    const siblings = sections.filter((each) => each.parent === parent && each !== title);
    const own = siblings.flatMap((each) => numbers.get(each) ?? []);
    if (own.length === 0) continue;
    // One heading that starts with a number among many that do not is about a number.
    if (own.length * 2 < siblings.length || (own.length === 1 && numbers.size === 1)) return undefined;
    const above = parent && numbers.get(parent);
    const [first] = own;
    const hasDepth = (depth: number) => own.some(({ parts }) => parts.length === depth);
    // One that was moved here still has the depth that it had elsewhere.
    const isNested = above !== undefined && hasDepth(above.parts.length + 1);
    if (!isNested && !hasDepth(1)) return undefined;
    // Numbers that go on from one section to the next start in the middle.
    const start = first!.parts.at(-1)!;
    if (!isNested && above === undefined && parent !== undefined && parent !== title && start > 1)
      return undefined;
    const prefix = isNested ? counted.get(above)! : [];
    own.forEach((number, index) => counted.set(number, [...prefix, (start === 0 ? 0 : 1) + index]));
  }
  return counted.size > 0 ? counted : undefined;
}

function readNumber(model: DocumentModel, section: Section): HeadingNumber | undefined {
  const { start, end } = model.titleSpan(section);
  const source = model.tree.slice(start, end);
  const match = NUMBER.exec(source);
  if (!match) return undefined;
  const at = source.indexOf(match[1]!);
  const span = shiftSpan({ start: at, end: at + match[1]!.length }, start);
  return { section, parts: match[1]!.split('.').map(Number), span };
}
