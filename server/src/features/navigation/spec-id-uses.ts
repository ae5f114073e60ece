import { mentioningTexts } from '../../model/id-mentions';
import { documentIdsIn, documentKey, specIdField } from '../../template/spec-id';
import type { Span } from '../../text/span';
import { documentsNamed } from '../../workspace/index/definers';
import type { OpenDocument } from '../../workspace/open-document';
import { escapedUri } from '../../workspace/uri';
import { modelOf, type Folder, type Use } from './folder';

/** Where a document mentions the id of a spec, given as `documentKey` writes it; absolute, in its order. */
function specIdMentions(document: OpenDocument, key: string): Span[] {
  const texts = mentioningTexts(modelOf(document));
  const spans = texts.flatMap(({ text, span, isCode }) =>
    documentIdsIn(text)
      .filter((id) => id.key === key && (!isCode || id.id === text.trim()))
      .map(({ index, id }) => ({ start: span.start + index, end: span.start + index + id.length })),
  );
  return spans.sort((a, b) => a.start - b.start);
}

/** Where a document states an id as its own; undefined where it does not. */
export function ownIdSpan({ spec }: OpenDocument, key: string): Span | undefined {
  const own = spec && specIdField(spec.model.shape, spec.schema);
  if (!own || documentKey(own.id) !== key) return undefined;
  const value = spec.model.fieldValueSpan(own.field);
  const at = spec.model.tree.slice(value.start, value.end).indexOf(own.id.id);
  return at < 0 ? undefined : { start: value.start + at, end: value.start + at + own.id.id.length };
}

/** The documents that go by an id: the field that states it, or else the title. */
export async function specDefinitions(key: string, folder: Folder): Promise<Use[]> {
  const found: Use[] = [];
  for (const uri of documentsNamed(folder.catalogue, key)) {
    const at = await folder.documents.find(escapedUri(uri));
    if (!at) continue;
    const model = modelOf(at.document);
    const [title] = model.shape.sections;
    const span = ownIdSpan(at.document, key) ?? (title ? model.titleSpan(title) : { start: 0, end: 0 });
    found.push({ at, span, isDefinition: true });
  }
  return found;
}

/** Where a document mentions the id of a spec, with the field that states it among them. */
export function specIdUsesIn(at: Use['at'], key: string): Use[] {
  const own = ownIdSpan(at.document, key);
  const mentions = specIdMentions(at.document, key).filter(({ start }) => start !== own?.start);
  const uses = mentions.map((span): Use => ({ at, span, isDefinition: false }));
  return own ? [{ at, span: own, isDefinition: true }, ...uses] : uses;
}

/** Where the documents of the folder mention the id of a spec. */
export async function specIdUses(key: string, folder: Folder): Promise<Use[]> {
  const [, stem, number] = /^(.*-)(\d+)$/u.exec(key)!;
  const pattern = new RegExp(`${stem}0*${number}(?!\\d)`, 'u');
  const found: Use[] = [];
  const isIn = (text: string) => pattern.test(text);
  for await (const at of folder.documents.having({ mayBeIn: isIn, mayBeInPart: isIn }))
    found.push(...specIdUsesIn(at, key));
  return found;
}
