import { DocumentModel } from '../../../model/document-model';
import { HeadingSlugs } from '../../../model/heading-slugs';
import type { Section } from '../../../model/section';
import { startOf } from '../../../rules/engine/section-edits';
import { setValue } from '../../../rules/engine/set-value';
import { SyntaxTree } from '../../../syntax/tree';
import { detectTemplate } from '../../../template/detect';
import { fieldFor, statusAmong, statusOf } from '../../../template/phase';
import type { Schema } from '../../../template/schema';
import { statedTemplate } from '../../../template/stated-template';
import type { TextEdit } from '../../../text/edit';
import type { Spec } from '../../../workspace/spec';
import { editedModel } from '../edited-model';
import { linksToRepeated } from '../repeated-anchors';
import { canRestructure, isSelfContained } from '../self-contained';
import { addAssociation, changeAssociation } from './association';
import { Assembly } from './assemble';
import { specOf, withEdits, withFields, withSections } from './complete';
import { newOutline, type OutlineNode } from './new-outline';

/** Whether a document can be taken apart safely: what stands under each heading means the same elsewhere. */
export function canConvert(spec: Spec): boolean {
  const { model } = spec;
  if (!canRestructure(spec) || model.shape.yamlFaults.length > 0 || linksToRepeated(model)) return false;
  return model.shape.sections.every(({ ordinal }) =>
    isSelfContained(model, { start: startOf(model, ordinal), end: startOf(model, ordinal + 1) }),
  );
}

/** The text of a document as a spec of another template. */
export function convertTemplate(spec: Spec, schema: Schema, schemas: readonly Schema[]): string {
  const outline = newOutline(spec, schema);
  const assembly = new Assembly(spec, outline.title);
  const linked = linkedSections(spec.model);
  const unplaced = outline.unplaced.filter(
    (node) => !isEmptied(spec, node) || (node.section && linked.has(node.section)),
  );
  const placed = specOf(
    new DocumentModel(SyntaxTree.parse(assembly.withHead([...outline.first, ...outline.placed]))),
    spec,
    schema,
  );
  const complete = withFields(withSections(placed));
  const { model } = withStatus(complete, spec);
  const whole = editedModel(model, [assembly.behind(model.tree.text, unplaced)]);
  return editedModel(whole, associate(whole, spec, schema, schemas)).tree.text;
}

/** The sections that a link of the document leads to. */
function linkedSections(model: DocumentModel): ReadonlySet<Section> {
  const slugs = new HeadingSlugs(model.shape.sections.map(({ title }) => title));
  const ordinals = model.content.links.map(({ fact: { url } }) =>
    url.startsWith('#') ? slugs.ordinalOf(url.slice(1)) : undefined,
  );
  return new Set(model.shape.sections.filter(({ ordinal }) => ordinals.includes(ordinal)));
}

/** Whether nothing is left under a heading of the old template, since all that was in it has a place of its own. */
function isEmptied({ model, alignment }: Spec, { section, children }: OutlineNode): boolean {
  if (!section || children.length > 0 || model.shape.hasContent[section.ordinal + 1]) return false;
  return (
    section.children.length > 0 && alignment.slots[section.ordinal] !== undefined && isBare(model, section)
  );
}

/** Whether there is not so much as a comment under a heading, or right above it. */
function isBare(model: DocumentModel, section: Section): boolean {
  const { start, end } = model.bodySpan(section);
  return /^\s*(?:-{3,}\s*)?$/u.test(model.tree.slice(start, end));
}

/** With the status in the words of the template, where what it means is certain. */
function withStatus(spec: Spec, old: Spec): Spec {
  const { model, schema } = spec;
  const wanted = schema.fields.find((each) => each.kind === 'status' && fieldFor(model.shape, each));
  const known = old.schema.fields.find(({ kind }) => kind === 'status');
  const field = wanted && fieldFor(model.shape, wanted);
  if (!wanted?.choices || !field || statusOf(field.value, wanted) !== undefined) return spec;
  const stated = known?.choices && statusOf(field.value, known);
  const status = stated === undefined ? undefined : statusAmong(wanted.choices, stated);
  // A remark behind it stays.
  if (status === undefined || !field.value.toLowerCase().startsWith(stated!.toLowerCase())) return spec;
  const value = status + field.value.slice(stated!.length);
  return /[\r\n]/u.test(value) ? spec : withEdits(spec, [setValue(model, field, value)]);
}

/** Changes what the document says of its template; adds it where nobody could tell. */
function associate(model: DocumentModel, old: Spec, schema: Schema, schemas: readonly Schema[]): TextEdit[] {
  const { id } = statedTemplate(model.shape, schemas);
  const changes = changeAssociation(model, schema);
  if (id !== undefined && changes.length > 0) return changes;
  // Where the settings name the template, an outline says nothing against them.
  const isSettled = old.confidence === 1;
  const isTold = !isSettled && detectTemplate(model.shape, schemas)?.schema === schema;
  return isTold ? changes : [...changes, addAssociation(model, schema)];
}
