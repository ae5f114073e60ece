import type { DocumentModel } from '../../../model/document-model';
import type { Section } from '../../../model/section';
import { hardBreakOf } from '../../../rules/engine/break-fields';
import { isFlowMap } from '../../../rules/engine/flow-map';
import { metadataSlot } from '../../../rules/engine/metadata-section';
import { removeSection } from '../../../rules/engine/section-edits';
import { fieldFor } from '../../../template/phase';
import type { TextEdit } from '../../../text/edit';
import { dominantEol } from '../../../text/line';
import type { Spec } from '../../../workspace/spec';
import { editedModel } from '../edited-model';
import { replaceBlocks, takeBlocks } from './body-edits';
import { readEntries, type Entry } from './entry';
import { fieldBlocks, type FieldBlock } from './field-blocks';
import { takeFromFrontMatter } from './front-matter-edits';
import { insertBlock } from './insert-block';
import { isSilenced } from './silenced';
import { blockLines, habitsOf, nameIn, yamlLine, type NamedValue, type TargetDialect } from './written-field';

/**
 * Writes the metadata of a document in another dialect: in place, at the top as front matter, or below the title. What of the
 * front matter the template does not know stays there when it is nested, or when the document has its metadata in the body.
 * @returns undefined where a value can't be written so, or anything else would be lost
 */
export function convertMetadata(
  spec: Spec,
  entries: readonly Entry[],
  dialect: TargetDialect,
): TextEdit[] | undefined {
  const moved = entriesToMove(spec, entries, dialect);
  if (!moved) return undefined;
  const values = moved.map(({ field, text }): NamedValue => {
    const known = spec.schema.fields.find((each) => fieldFor(spec.model.shape, each) === field)?.name;
    return { name: nameIn(dialect, field.name, known), text: text! };
  });
  const inBody = moved.filter(({ field }) => field.dialect !== 'front-matter');
  const blocks = fieldBlocks(spec.model, inBody);
  const taken = takeFromFrontMatter(
    spec.model,
    moved.filter(({ field }) => field.dialect === 'front-matter'),
  );
  if (
    !blocks ||
    !taken ||
    blocks.some((block) => goesOn(spec.model, block)) ||
    isSilenced(spec.model, blocks, dialect)
  )
    return undefined;
  const comments = [...taken.comments, ...inBody.flatMap(({ comment }) => comment ?? [])];
  if (comments.some((comment) => comment.includes('-->'))) return undefined;
  if (dialect === 'front-matter') {
    const gone = emptiedSections(
      spec,
      blocks.map((block) => block.span),
    );
    const added = addToFrontMatter(spec.model, values.map(yamlLine), comments);
    const taking = takeBlocks(
      spec.model,
      blocks.filter(({ span }) => !gone.some((section) => isIn(spec.model, section, span.start))),
    );
    return checked(spec, [added, ...taking, ...gone.map((section) => removeSection(spec, section))], {
      values,
      dialect,
      gone,
    });
  }
  const lines = blockLines(dialect, values, habitsOf(spec.schema, hardBreakOf(spec.model)));
  const remarks = comments.map((comment) => `<!-- ${comment} -->`);
  const body =
    blocks.length > 0
      ? replaceBlocks(spec.model, blocks, lines, remarks)
      : [insertBlock(spec, dialect, lines, remarks)];
  return checked(spec, [...taken.edits, ...body], { values, dialect, gone: [] });
}

/** Whether the value of its last line stands below it, as a list of reviewers does, and would lose its name. */
function goesOn({ tree: { text } }: DocumentModel, { span, entries }: FieldBlock): boolean {
  const last = entries.at(-1);
  const isLine = last?.field.dialect === 'bold-line' || last?.field.dialect === 'plain-line';
  const behind = text.slice(span.end).trimStart();
  return isLine && last.text === '' && behind !== '' && !/^(?:#{1,6}(?:\s|$)|[-*_]{3,}\s|<!--)/u.test(behind);
}

/** The entries to write anew, in the order of the document; undefined where there is nothing to do, or one cannot be written. */
function entriesToMove(
  { model, schema }: Spec,
  entries: readonly Entry[],
  dialect: TargetDialect,
): Entry[] | undefined {
  const isKnown = ({ field }: Entry) => schema.fields.some((each) => fieldFor(model.shape, each) === field);
  const front = entries.filter(({ field }) => field.dialect === 'front-matter');
  const body = entries.filter(({ field }) => field.dialect !== 'front-matter');
  const isInBody = body.some(isKnown);
  let moved = isInBody ? body : [];
  if (dialect !== 'front-matter') {
    const fromFront = front.filter((entry) => isKnown(entry) || (!isInBody && entry.text !== undefined));
    moved = [...fromFront, ...moved];
  }
  const isDone = moved.every(({ field }) => field.dialect === dialect);
  const isLost = moved.some(({ text }) => text === undefined);
  return isDone || isLost || !moved.some(isKnown) ? undefined : moved;
}

/** Adds lines at the end of the front matter, or a front matter at the top. */
function addToFrontMatter(
  { tree }: DocumentModel,
  lines: readonly string[],
  comments: readonly string[],
): TextEdit {
  const { text, frontMatter, bodyStart } = tree;
  const eol = dominantEol(text);
  const added = [...lines, ...comments.map((comment) => `# ${comment}`)].map((line) => line + eol).join('');
  if (frontMatter) {
    const { end } = frontMatter.contentSpan;
    return { span: { start: end, end }, newText: added };
  }
  const parting = /^[ \t]*[\r\n]/u.test(text.slice(bodyStart)) ? '' : eol;
  return { span: { start: bodyStart, end: bodyStart }, newText: `---${eol}${added}---${eol}${parting}` };
}

/** The sections, but for the title, that hold nothing but these blocks. */
function emptiedSections(
  { model, alignment }: Spec,
  blocks: readonly { readonly start: number; readonly end: number }[],
): Section[] {
  const { text } = model.tree;
  return model.shape.sections.filter((section) => {
    if (section === alignment.title || section.children.length > 0) return false;
    const body = model.bodySpan(section);
    const inside = blocks.filter(({ start }) => isIn(model, section, start));
    let rest = '';
    let position = body.start;
    for (const { start, end } of inside) {
      rest += text.slice(position, start);
      position = end;
    }
    rest += text.slice(position, body.end);
    // The rule that parts the section from the next one goes with it.
    return inside.length > 0 && /^\s*(?:-{3,}\s*)?$/u.test(rest);
  });
}

function isIn(model: DocumentModel, section: Section, offset: number): boolean {
  const { start, end } = model.bodySpan(section);
  return start <= offset && offset < end;
}

/** The edits, should the document after them say what it said before. */
function checked(
  spec: Spec,
  edits: readonly TextEdit[],
  made: { values: readonly NamedValue[]; dialect: TargetDialect; gone: readonly Section[] },
): TextEdit[] | undefined {
  const { model, schema, alignment } = spec;
  if (isFlowMap(model.tree.frontMatter?.yaml ?? '') || model.shape.yamlFaults.length > 0) return undefined;
  const after = editedModel(model, edits);
  const { fields, sections } = after.shape;
  const kept = model.shape.sections.filter((section) => !made.gone.includes(section));
  // The section that the template has for the metadata may come with it.
  const home = sections.length > kept.length ? metadataSlot(schema)?.title : undefined;
  const left = sections.filter(({ title }) => title !== home);
  const hasSections =
    left.length === kept.length &&
    kept.every(({ level, title }, i) => left[i]!.level === level && left[i]!.title === title);
  const found = readEntries(after, schema).filter(({ field }) => field.dialect === made.dialect);
  const isAsWritten = ({ field, text }: Entry, { name, text: wanted }: NamedValue) =>
    field.name === name && text === wanted;
  const hasFields = isRunOf(found, made.values, isAsWritten);
  // Of the template's sections only the one for the metadata may go, which is then kept elsewhere.
  const mayGo = made.gone.every((section) => {
    const slot = alignment.slots[section.ordinal];
    return slot === undefined || slot === metadataSlot(schema);
  });
  const isLeftEmpty =
    hasSections &&
    kept.some(
      (section, i) =>
        model.shape.hasContent[section.ordinal + 1] &&
        !after.shape.hasContent[left[i]!.ordinal + 1] &&
        alignment.slots[section.ordinal] &&
        section !== alignment.title,
    );
  const isSame = fields.length === model.shape.fields.length && hasSections && hasFields;
  return isSame && mayGo && !isLeftEmpty ? [...edits] : undefined;
}

/** Whether the second list stands in the first, in one piece. */
function isRunOf<A, B>(list: readonly A[], run: readonly B[], fits: (a: A, b: B) => boolean): boolean {
  const first = list.findIndex((_, at) => run.every((each, i) => list[at + i] && fits(list[at + i]!, each)));
  return first >= 0;
}
