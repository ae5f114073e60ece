import { chunkDestinations } from '../../model/destination';
import { withoutOwnAnchor } from '../../model/heading-slugs';
import { mentioningTexts, requirementMentions } from '../../model/id-mentions';
import type { Section } from '../../model/section';
import { documentIdsIn } from '../../template/spec-id';
import { isAt, shiftSpan, type Span } from '../../text/span';
import { isPublicSeries, requirementKey } from '../../workspace/index/exports';
import { documentsNamed, specsOf } from '../../workspace/index/definers';
import { asOpen } from '../../workspace/folder-documents';
import type { OpenDocument } from '../../workspace/open-document';
import { destinationsIn, type Destination } from './anchors';
import { modelOf, type Folder } from './folder';
import { statesRequirement, ownersOf } from './requirement-owners';

/** What stands at a place of a document that has a definition. Spans are absolute. */
export type SymbolAt =
  /** Keys as `requirementKey` and `documentKey` write them; ids as they stand there. */
  | {
      readonly kind: 'requirement' | 'spec' | 'unknown-id';
      readonly key: string;
      readonly id: string;
      readonly span: Span;
    }
  | { readonly kind: 'destination'; readonly destination: Destination; readonly span: Span }
  | { readonly kind: 'heading'; readonly section: Section; readonly span: Span };

/** What stands at an offset: an id, else a link, else a heading. */
export function symbolAt(document: OpenDocument, offset: number, folder: Folder): SymbolAt | undefined {
  return idAt(document, offset, folder) ?? destinationAt(document, offset) ?? titleAt(document, offset);
}

/** The id of a requirement or of a spec that stands at an offset. */
export function idAt(document: OpenDocument, offset: number, folder: Folder): SymbolAt | undefined {
  const model = modelOf(document);
  const requirement = requirementMentions(model).find(({ span }) => isAt(span, offset));
  const key = requirement && requirementKey(requirement.fact);
  if (key !== undefined && statesRequirement(model, key) && !isPublicSeries(requirement!.fact.prefix))
    return { kind: 'requirement', key, id: requirement!.fact.id, span: requirement!.span };
  const spec = specIdAt(document, offset);
  if (spec && specsOf(folder.catalogue, spec.key).length > 0) return { kind: 'spec', ...spec };
  if (key !== undefined && !isPublicSeries(requirement!.fact.prefix)) {
    const { id } = requirement!.fact;
    const isKnown = ownersOf(asOpen(document), key, folder).length > 0;
    if (isKnown) return { kind: 'requirement', key, id, span: requirement!.span };
  }
  if (spec && documentsNamed(folder.catalogue, spec.key).length > 0) return { kind: 'spec', ...spec };
  const unknown = requirement ? { key: key!, id: requirement.fact.id, span: requirement.span } : spec;
  return unknown && { kind: 'unknown-id', ...unknown };
}

/** The title of the heading that an offset stands in. */
export function titleAt(
  document: OpenDocument,
  offset: number,
): Extract<SymbolAt, { kind: 'heading' }> | undefined {
  const model = modelOf(document);
  const section = model.shape.sections.find((each) => isAt(model.titleSpan(each), offset));
  if (!section) return undefined;
  const { start, end } = model.titleSpan(section);
  const written = model.tree.slice(start, end);
  return { kind: 'heading', section, span: { start, end: start + withoutOwnAnchor(written).length } };
}

function specIdAt(
  document: OpenDocument,
  offset: number,
): { readonly key: string; readonly id: string; readonly span: Span } | undefined {
  const texts = mentioningTexts(modelOf(document)).filter(({ span }) => isAt(span, offset));
  const found = texts.flatMap(({ text, span }) =>
    documentIdsIn(text).map((each) => ({ ...each, at: span.start + each.index })),
  );
  const id = found.find(({ at, id: written }) => at <= offset && offset <= at + written.length);
  return id && { key: id.key, id: id.id, span: { start: id.at, end: id.at + id.id.length } };
}

function destinationAt(document: OpenDocument, offset: number): SymbolAt | undefined {
  const model = modelOf(document);
  const all = destinationsIn(model);
  const destination = all.findLast(({ span }) => isAt(span, offset));
  if (destination) return { kind: 'destination', destination, span: destination.span };
  // `[text][label]` leads where its definition does.
  const { tree } = model;
  const index = tree.chunkAt(offset);
  const { references } = chunkDestinations(tree.chunks[index]!);
  const reference = references
    .map(({ label, span }) => ({ label, span: shiftSpan(span, tree.chunkStart(index)) }))
    .findLast(({ span }) => isAt(span, offset));
  const definition = reference && definitionOf(document, reference.label);
  return definition && { kind: 'destination', destination: definition, span: reference.span };
}

function definitionOf(document: OpenDocument, label: string): Destination | undefined {
  const { tree } = modelOf(document);
  for (const [index, chunk] of tree.chunks.entries()) {
    const { definitions, destinations } = chunkDestinations(chunk);
    const at = definitions.find((each) => each.label === label)?.span;
    const found =
      at && destinations.find(({ kind, span }) => kind === 'definition' && span.start === at.start);
    const start = tree.chunkStart(index);
    if (found)
      return { ...found, span: shiftSpan(found.span, start), urlSpan: shiftSpan(found.urlSpan, start) };
  }
  return undefined;
}
