import type { DocumentModel } from '../../model/document-model';
import type { Field } from '../../model/document-shape';
import type { Section } from '../../model/section';
import { nextInstance } from '../../rules/engine/insert-instance';
import type { Slot } from '../../template/schema';
import { compileTitle } from '../../template/title-pattern';
import { firstLineOf } from '../../text/line';
import type { Spec } from '../../workspace/spec';
import { blockLines } from '../refactor/metadata/written-field';
import { fieldPlaceholder } from './field-placeholder';
import { blocksBySection, type OwnBlock } from './own-blocks';
import { pieceOf, plain, skeletonOf } from './skeleton';

/** The sections of a template. */
export interface TemplateSections {
  /** Its Markdown behind the front matter. */
  readonly body: string;
  /** The headings that a spec need not have. */
  readonly optional: readonly string[];
}

const INTRODUCTION = '[Introduction: what this document is about, and for whom]';
const NUMBERING = /^(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.)\s+/u;
/** `Component 2: Cache` */
const INSTANCE = /^(\p{L}[\p{L} -]{0,30}?)(\s+\d+)?\s*:\s*\S/u;

/** The sections of a document as those of a template. */
export function templateSections(model: DocumentModel, spec: Spec | undefined): TemplateSections {
  const blocks = blocksBySection(model);
  const { sections } = model.shape;
  const title = titleOf(model, spec);
  const optional: string[] = [];
  const skipped = new Set<Section>();
  const parts = [...bodyOf(blocks[0]!, INTRODUCTION, 'Introduction', undefined)];
  for (const section of sections) {
    if (section.parent && skipped.has(section.parent)) skipped.add(section);
    if (skipped.has(section)) continue;
    const own = blocks[section.ordinal + 1]!;
    if (section === title) {
      parts.push(heading(section.level, spec?.schema.title?.title ?? '[Title]'));
      parts.push(...bodyOf(own, INTRODUCTION, 'Introduction', undefined));
      continue;
    }
    const slot = spec?.alignment.slots[section.ordinal];
    const twins = instancesWith(section, slot);
    for (const twin of twins) skipped.add(twin);
    const shown = titleFor(section, slot, twins);
    if (slot && slot.requirement !== 'required') optional.push(shown);
    const name = plain(shown.replace(NUMBERING, '')) || 'this section';
    const body = bodyOf(own, `[Describe: ${name}]`, name, slot);
    const isBare = body.length === 0 && section.children.length === 0;
    parts.push(heading(section.level, shown), ...(isBare ? [`[Describe: ${name}]`] : body));
    parts.push(...secondInstance(section, slot, body));
    if (endsWithRule(own)) parts.push('---');
  }
  return { body: `${parts.join('\n\n').replace(/(?:\n\n---)+$/u, '')}\n`, optional };

  function bodyOf(own: readonly OwnBlock[], prose: string, name: string, slot: Slot | undefined): string[] {
    const fields = model.shape.fields.filter((field) => {
      const { start } = model.fieldSpan(field);
      return (
        field.dialect !== 'front-matter' && own.some(({ span }) => span.start <= start && start < span.end)
      );
    });
    const others = own.filter(
      ({ span }) => !fields.some((field) => isWithin(model.fieldSpan(field).start, span)),
    );
    const metadata = fields.length > 0 ? [fieldLines(fields)] : [];
    if (fields.length > 0 || !slot) return [...metadata, ...skeletonOf(others, { name, prose })];
    if (slot.body === '') return skeletonOf(others, { name, prose, slot });
    return [slot.body, ...beyond(others, { name, prose, slot })];
  }

  function fieldLines(fields: readonly Field[]): string {
    const { text } = model.tree;
    const first = fields[0]!;
    const { start, end } = model.fieldSpan(first);
    const source = text.slice(start, end);
    const dialect = first.dialect === 'table' || first.dialect === 'list' ? first.dialect : 'bold-line';
    const values = fields.map((field) => ({
      name: field.name,
      text: fieldPlaceholder(field, model.shape, spec?.schema),
    }));
    const habits = {
      lineBreak: '  ',
      colonBehind: /(?:\*\*|__):/u.test(source),
      boldNames: /^\W*(?:\*\*|__)/u.test(source),
    };
    return blockLines(dialect, values, habits).join('\n');
  }

  /** The other instances of one repeated section, which it stands for. */
  function instancesWith(section: Section, slot: Slot | undefined): Section[] {
    const later = sections.filter(
      (other) => other.ordinal > section.ordinal && other.parent === section.parent,
    );
    if (slot)
      return slot.repeat ? later.filter(({ ordinal }) => spec!.alignment.slots[ordinal] === slot) : [];
    const label = INSTANCE.exec(section.title.replace(NUMBERING, ''))?.[1];
    if (label === undefined) return [];
    return later.filter(
      (other) =>
        !spec?.alignment.slots[other.ordinal] &&
        other.level === section.level &&
        INSTANCE.exec(other.title.replace(NUMBERING, ''))?.[1] === label,
    );
  }

  function titleFor(section: Section, slot: Slot | undefined, twins: readonly Section[]): string {
    const span = model.titleSpan(section);
    const source = model.tree.slice(span.start, span.end).replace(/\s*[\r\n]\s*/gu, ' ');
    // An address is no part of a heading's words.
    const own = /\]\(|\]\[|<\w+:/u.test(source) ? section.title : source;
    const number = NUMBERING.exec(section.title)?.[0] ?? '';
    if (slot?.repeat) return (NUMBERING.test(slot.title) ? '' : number) + slotTitle(slot);
    if (slot || twins.length === 0) return own;
    const [, label, counter] = INSTANCE.exec(section.title.replace(NUMBERING, ''))!;
    return `${number}${label}${counter ?? ''}: [Name]`;
  }
}

function slotTitle({ text }: Slot): string {
  return firstLineOf(text).replace(/^#{1,6}\s+|\s+#+$/gu, '');
}

/** A heading that only a number tells from the next needs a second one, or it would stand once in each document. */
function secondInstance({ level }: Section, slot: Slot | undefined, body: readonly string[]): string[] {
  if (!slot?.repeat || compileTitle(slot.title, [], false, slotTitle(slot)).expression) return [];
  const present = { ordinal: 0, level, title: slot.title, folded: '', parent: undefined, children: [] };
  const title = firstLineOf(nextInstance(slot, [present])).replace(/^#{1,6}\s+/u, '');
  return [heading(level, title), ...body];
}

/** What of a section is of another kind than all that its template has there: a table with other columns, a fence where it has none. */
function beyond(blocks: readonly OwnBlock[], subject: { name: string; prose: string; slot: Slot }): string[] {
  const { tables, fences } = subject.slot.content;
  const kinds = blocks.filter(({ node }) =>
    node.type === 'table' ? tables.length === 0 : node.type === 'code' && fences.length === 0,
  );
  return [...new Set(kinds.flatMap((block) => pieceOf(block, subject) ?? []))];
}

/** The heading above all others. */
function titleOf({ shape }: DocumentModel, spec: Spec | undefined): Section | undefined {
  if (spec) return spec.alignment.title;
  const [first, ...others] = shape.sections;
  return first && others.every(({ level }) => level > first.level) ? first : undefined;
}

function endsWithRule(blocks: readonly OwnBlock[]): boolean {
  return blocks.at(-1)?.node.type === 'thematicBreak';
}

function heading(level: number, title: string): string {
  return `${'#'.repeat(level)} ${title}`;
}

function isWithin(offset: number, { start, end }: { start: number; end: number }): boolean {
  return start <= offset && offset < end;
}
