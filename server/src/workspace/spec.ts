import { DocumentModel } from '../model/document-model';
import type { DocumentShape } from '../model/document-shape';
import { SyntaxTree } from '../syntax/tree';
import { align, type Alignment } from '../template/align';
import { confidenceOf, detectTemplate, type Detection } from '../template/detect';
import { findWrapper, isWrapped, type DocumentWrapper } from '../template/document-wrapper';
import { phaseOf, type Phase } from '../template/phase';
import type { ProjectSize, Schema } from '../template/schema';
import { statedSize } from '../template/stated-size';
import { statedTemplate } from '../template/stated-template';
import type { Configuration } from './configuration';
import { matchesGlob } from './globs';

/** A document with the template that it follows. Immutable. */
export interface Spec {
  /** The document's path relative to its workspace folder. */
  readonly path: string;
  /** The document; without the wrapper, where it stands in one, and with every offset as it is in the text. */
  readonly model: DocumentModel;
  /** The wrapper of a published template that the document still stands in. */
  readonly wrapper: DocumentWrapper | undefined;
  readonly schema: Schema;
  /** How sure the template is, from 0 to 1; 1 where the author or the configuration names it. */
  readonly confidence: number;
  readonly alignment: Alignment;
  readonly phase: Phase;
  /** The size of project that the document or the settings state. */
  readonly size: ProjectSize | undefined;
  /** Whether nothing but the template's guidance stands in a section, by ordinal; one array while it holds. */
  readonly guidanceLeft: readonly boolean[];
}

/** How a document's template is found. */
export interface TemplateChoice {
  readonly schemas: readonly Schema[];
  /** The template to use whatever the document says, as from a command line. */
  readonly forced?: Schema;
  readonly configuration: Configuration;
  /** The document's path relative to its workspace folder, for the configured globs. */
  readonly path: string;
}

/**
 * Finds the template of a document and aligns it.
 * @param previous the spec before the last edit, whose parts are kept where they still hold
 * @returns undefined where the document is no spec, about which nothing is to be said, and where nothing is wanted
 */
export function buildSpec(model: DocumentModel, choice: TemplateChoice, previous?: Spec): Spec | undefined {
  if (!choice.configuration.enable) return undefined;
  return insideWrapper(model, choice, previous) ?? specOf(model, choice, previous);
}

/** The spec that a fence hides. It is read afresh after each edit, which ends when the fence is taken away. */
function insideWrapper(model: DocumentModel, choice: TemplateChoice, previous?: Spec): Spec | undefined {
  const schemas = choice.forced ? [choice.forced] : choice.schemas;
  const wrapper = findWrapper(model.tree, model.shape, schemas);
  if (!wrapper) return undefined;
  const inside = new DocumentModel(SyntaxTree.parse(wrapper.text), previous?.model);
  const spec = specOf(inside, choice, previous);
  return spec && isWrapped(inside.shape, model.shape, spec.schema) ? { ...spec, wrapper } : undefined;
}

function specOf(model: DocumentModel, choice: TemplateChoice, previous?: Spec): Spec | undefined {
  const { shape } = model;
  const detection =
    previous?.model.shape === shape && choice.schemas.includes(previous.schema)
      ? previous
      : chooseTemplate(shape, choice);
  if (!detection) return undefined;
  const { schema, confidence } = detection;
  const same = previous?.schema === schema ? previous : undefined;
  const alignment =
    same?.model.shape.sections === shape.sections ? same.alignment : align(shape.sections, schema);
  const phase = same?.model.shape === shape ? same.phase : phaseOf(shape, schema);
  const guidanceLeft =
    same?.alignment === alignment && same.model.digests === model.digests
      ? same.guidanceLeft
      : findGuidance(model, alignment);
  const sameGuidance =
    same?.guidanceLeft.every((left, i) => left === guidanceLeft[i]) &&
    same.guidanceLeft.length === guidanceLeft.length;
  return {
    path: choice.path,
    model,
    wrapper: undefined,
    schema,
    confidence,
    alignment,
    phase,
    size: statedSize(shape) ?? choice.configuration.projectSize,
    guidanceLeft: sameGuidance ? same!.guidanceLeft : guidanceLeft,
  };
}

/** An explicit association first, then the configured globs, then the outline. */
function chooseTemplate(
  shape: DocumentShape,
  { schemas, forced, configuration, path }: TemplateChoice,
): Detection | undefined {
  if (forced) return { schema: forced, confidence: confidenceOf(shape, forced) };
  const named = statedTemplate(shape, schemas).id ?? associated(configuration, path);
  const schema = schemas.find(({ id }) => id === named);
  if (schema) return { schema, confidence: 1 };
  return detectTemplate(shape, schemas);
}

function associated({ associations }: Configuration, path: string): string | undefined {
  return Object.entries(associations).find(([glob]) => matchesGlob(path, glob))?.[1];
}

function findGuidance(model: DocumentModel, { slots }: Alignment): boolean[] {
  return slots.map((slot, ordinal) => {
    const digests = model.digests[ordinal + 1]!;
    if (!slot || slot.guidance.size === 0 || digests.length === 0) return false;
    return digests.every((digest) => slot.guidance.has(digest));
  });
}
