import type { DocumentModel } from '../../model/document-model';
import { insertField } from '../../rules/engine/insert-field';
import { nameInPath } from '../../rules/engine/name-in-path';
import { SyntaxTree } from '../../syntax/tree';
import { fieldFor } from '../../template/phase';
import { endsOpen } from '../../template/root-blocks';
import type { Schema } from '../../template/schema';
import { statedTemplate } from '../../template/stated-template';
import type { TextEdit } from '../../text/edit';
import { dominantEol, withEol } from '../../text/line';
import type { Span } from '../../text/span';
import { buildSpec, type Spec, type TemplateChoice } from '../../workspace/spec';
import { blanksOf } from '../blanks';
import { addAssociation, changeAssociation } from '../refactor/template/association';
import { sectionEdits, sectionGaps, specOf } from '../refactor/template/complete';
import { Growth } from './growth';
import { knownValues, type StarterValues } from './known-values';

/** Why a document can't be given what a template has. */
export type AdoptionObstacle = 'wrapped' | 'open-end' | 'front-matter' | 'unsafe';

/** What it takes to make a document a spec of a template around the text that it has. */
export type Adoption =
  | { readonly obstacle: AdoptionObstacle }
  | {
      readonly obstacle?: undefined;
      /** None where the document has all that the template asks for. */
      readonly edits: readonly TextEdit[];
      /** The first thing to fill in, in the text after the edits. */
      readonly blank: Span | undefined;
    };

const ROUNDS = 4;

/**
 * Puts a template around the text of a document: its title, its metadata and the sections that are missing. What the author
 * has written stays where it is, to the letter, save for the name of another template.
 */
export function adoptTemplate(
  model: DocumentModel,
  schema: Schema,
  choice: TemplateChoice,
  values: StarterValues,
): Adoption {
  const before = { path: choice.path, size: choice.configuration.projectSize };
  const asSpec = (current: DocumentModel) => specOf(current, before as Spec, schema);
  if (asSpec(model).wrapper) return { obstacle: 'wrapped' };
  const isUnreadable = model.shape.yamlFaults.length > 0;
  if (isUnreadable && schema.fields.some(({ dialect }) => dialect === 'front-matter'))
    return { obstacle: 'front-matter' };
  const growth = new Growth(model);
  closeFrontMatter(growth);
  addTitle(growth, asSpec(model), schema);
  // A section that is there now may be home to one that looked like another's before.
  for (let round = 0; round < ROUNDS; round++) {
    const spec = asSpec(growth.model);
    if (sectionGaps(spec).length === 0) break;
    if (endsOpen(model.tree)) return { obstacle: 'open-end' };
    growth.apply(sectionEdits(spec));
  }
  if (!addFields(growth, asSpec, schema)) return { obstacle: 'front-matter' };
  const title = values.title ?? titleField(model) ?? nameInPath(choice.path);
  const isAdded = ({ start, end }: Span) =>
    growth.added.some((span) => span.start <= start && end <= span.end);
  growth.apply(knownValues(schema, growth.model, { ...values, title }).filter(({ span }) => isAdded(span)));
  const renamed = associate(growth, model, schema, choice);
  if (!keepsHeadings(model, growth.model)) return { obstacle: 'unsafe' };
  const edits = [...growth.edits(), ...renamed];
  const blank = blanksOf(growth.model).find(({ span }) => isAdded(span))?.span;
  // Renaming the template moves what stands behind it.
  const moved = renamed.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  return { edits, blank: blank && { start: blank.start + moved, end: blank.end + moved } };
}

/** Front matter at the very end of a file may have no line ending behind it. */
function closeFrontMatter(growth: Growth): void {
  const { text, frontMatter } = growth.model.tree;
  if (!frontMatter || /[\r\n]$/u.test(text.slice(0, frontMatter.span.end))) return;
  const at = frontMatter.span.end;
  growth.apply([{ span: { start: at, end: at }, newText: dominantEol(text) }]);
}

function addTitle(growth: Growth, { model, alignment }: Spec, { title }: Schema): void {
  if (!title) return;
  const { text, bodyStart } = growth.model.tree;
  const there = alignment.title;
  // The first of several sections of a document without a title is none.
  if (there && (there.level === title.level || there.level === title.level + alignment.shift)) {
    if (there.title !== '') return;
    const { end } = growth.model.headingSpan(there);
    const isParted = /[ \t]/u.test(text[end - 1] ?? '');
    growth.apply([{ span: { start: end, end }, newText: `${isParted ? '' : ' '}${title.title}` }]);
    return;
  }
  if (startsWithHtmlTitle(model)) return;
  const eol = dominantEol(text);
  const start = bodyStart + /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(text.slice(bodyStart))![0].length;
  const newText = `${'#'.repeat(title.level)} ${title.title}${eol}${start < text.length ? eol : ''}`;
  growth.apply([{ span: { start, end: start }, newText }]);
}

function startsWithHtmlTitle({ tree: { text, bodyStart } }: DocumentModel): boolean {
  return /^\s*(?:<[a-z][^>]*>\s*){0,3}<h1[\s>]/iu.test(text.slice(bodyStart, bodyStart + 2000));
}

/** What the front matter calls the document. */
function titleField({ shape }: DocumentModel): string | undefined {
  const field = shape.fields.find(
    ({ dialect, folded, value }) => dialect === 'front-matter' && folded === 'title' && value !== '',
  );
  return field?.value.split(/[\r\n]/u)[0];
}

/** @returns false where there is no place for one that the template asks for */
function addFields(growth: Growth, asSpec: (model: DocumentModel) => Spec, schema: Schema): boolean {
  const { fields } = schema;
  const isThere = (field: (typeof fields)[number]) => fieldFor(growth.model.shape, field) !== undefined;
  const hasNone = !fields.some(isThere);
  if (hasNone) addFrontMatter(growth, schema);
  for (const field of fields) {
    if (isThere(field) || !(hasNone || field.required)) continue;
    const edit = insertField(asSpec(growth.model), field);
    if (edit) growth.apply([edit]);
  }
  return fields.every((field) => !field.required || isThere(field));
}

/** The front matter as the template has it, with what is no single value in it too. */
function addFrontMatter(growth: Growth, { starter }: Schema): void {
  const { tree } = growth.model;
  const { frontMatter, text } = SyntaxTree.parse(starter);
  if (!frontMatter || tree.frontMatter) return;
  const eol = dominantEol(tree.text);
  const newText = withEol(text.slice(frontMatter.span.start, frontMatter.span.end), eol) + eol;
  growth.apply([{ span: { start: tree.bodyStart, end: tree.bodyStart }, newText }]);
}

/** Names the template where it would not be found without; a name that is there already is exchanged by the edits returned. */
function associate(
  growth: Growth,
  before: DocumentModel,
  schema: Schema,
  choice: TemplateChoice,
): readonly TextEdit[] {
  const configuration = { ...choice.configuration, enable: true };
  const found = buildSpec(growth.model, { schemas: choice.schemas, configuration, path: choice.path });
  if (found?.schema.id === schema.id) return [];
  const isNamed = statedTemplate(before.shape, choice.schemas).id !== undefined;
  const changes = isNamed ? changeAssociation(before, schema) : [];
  if (changes.length === 0) growth.apply([addAssociation(growth.model, schema)]);
  return changes;
}

/** Whether each heading that was there still is one. */
function keepsHeadings(before: DocumentModel, after: DocumentModel): boolean {
  const wanted = before.shape.sections.filter(({ title }) => title !== '');
  let next = 0;
  for (const { title, level } of after.shape.sections)
    if (wanted[next]?.title === title && wanted[next]?.level === level) next += 1;
  return next === wanted.length;
}
