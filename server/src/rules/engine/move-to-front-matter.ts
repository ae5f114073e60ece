import type { DocumentModel } from '../../model/document-model';
import { readFrontMatter } from '../../model/metadata/front-matter';
import type { TextEdit } from '../../text/edit';
import { dominantEol, lineEnd, lineStart } from '../../text/line';
import type { Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import { isFlowMap } from './flow-map';

/**
 * Moves the first `---` block of the body to the front matter, together with a heading that has nothing else in it and is
 * none of the template's.
 * @returns no edits where the result would not be YAML with the same fields
 */
export function moveToFrontMatter(spec: Spec): TextEdit[] {
  const { tree, shape } = spec.model;
  const { text, frontMatter, bodyStart } = tree;
  const block = firstBlock(spec.model);
  if (!block) return [];
  const eol = dominantEol(text);
  const lines = text.slice(block.fields.start, block.fields.end);
  const yaml = (frontMatter?.yaml ?? '') + lines + eol;
  const fields = shape.fields.filter(({ dialect }) => dialect === 'front-matter').length + block.count;
  if (shape.yamlFaults.length > 0 || isFlowMap(frontMatter?.yaml ?? '') || !isYamlOf(yaml, fields)) return [];
  const added = frontMatter
    ? { offset: frontMatter.contentSpan.end, newText: lines + eol }
    : {
        offset: bodyStart,
        newText: `---${eol}${lines}${eol}---${eol}${startsBlank(text, bodyStart) ? '' : eol}`,
      };
  return [
    { span: { start: added.offset, end: added.offset }, newText: added.newText },
    { span: withBlankLines(text, withEmptiedHeading(spec, block.whole), bodyStart), newText: '' },
  ];
}

interface Block {
  /** The lines of its fields. */
  readonly fields: Span;
  /** The same with the `---` lines around them, up to the next line. */
  readonly whole: Span;
  readonly count: number;
}

function firstBlock(model: DocumentModel): Block | undefined {
  const { text, bodyStart } = model.tree;
  const spans = model.shape.fields
    .filter(({ dialect }) => dialect === 'body-block')
    .map((field) => model.fieldSpan(field));
  const [first] = spans;
  if (!first) return undefined;
  let count = 1;
  let { end } = first;
  while (spans[count] && lineStart(text, spans[count]!.start) === nextLine(text, end))
    end = spans[count++]!.end;
  const fields = { start: Math.max(lineStart(text, first.start), bodyStart), end: lineEnd(text, end) };
  const underline = nextLine(text, fields.end);
  const above =
    fields.start === bodyStart ? bodyStart : lineStart(text, lineEnd(text, beforeBreak(text, fields.start)));
  const isOpened = /^ {0,3}-{3,}[ \t]*$/u.test(text.slice(above, lineEnd(text, above)));
  return { fields, whole: { start: isOpened ? above : fields.start, end: nextLine(text, underline) }, count };
}

function isYamlOf(yaml: string, count: number): boolean {
  const { fields, faults } = readFrontMatter(yaml);
  return faults.length === 0 && fields.length === count;
}

/** With the heading above, where nothing but the block stands under it and the template has no such section. */
function withEmptiedHeading({ model, alignment }: Spec, block: Span): Span {
  const { text } = model.tree;
  const section = model.shape.sections.findLast((each) => model.headingSpan(each).end <= block.start);
  if (!section || section === alignment.title || alignment.slots[section.ordinal]) return block;
  const body = model.bodySpan(section);
  const rest = text.slice(body.start, block.start) + text.slice(block.end, body.end);
  const hasChildren = section.children.length > 0;
  return rest.trim() !== '' || hasChildren ? block : { ...block, start: model.lineStart(section.ordinal) };
}

/** With the blank lines behind it, so that those before it part what is left; at the end of the text with those before it. */
function withBlankLines(text: string, { start, end }: Span, bodyStart: number): Span {
  if (text.slice(end).trim() === '') {
    const kept = text.slice(bodyStart, start).trimEnd().length;
    return {
      start: kept === 0 ? bodyStart : Math.min(start, nextLine(text, bodyStart + kept)),
      end: text.length,
    };
  }
  const isParted =
    start === bodyStart || /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/u.test(text.slice(bodyStart, start));
  let next = end;
  while (isParted && next < text.length && text.slice(next, lineEnd(text, next)).trim() === '')
    next = nextLine(text, next);
  return { start, end: next };
}

function startsBlank(text: string, offset: number): boolean {
  return text.slice(offset, lineEnd(text, offset)).trim() === '';
}

/** Where the next line starts, or the end of the text. */
function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return Math.min(end + (text.startsWith('\r\n', end) ? 2 : 1), text.length);
}

/** The offset before the line ending that ends right before an offset. */
function beforeBreak(text: string, offset: number): number {
  return text.slice(offset - 2, offset) === '\r\n' ? offset - 2 : offset - 1;
}
