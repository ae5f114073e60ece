import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { t } from '@vscode/l10n';
import { slug } from 'github-slugger';
import { adoptTemplate, type AdoptionObstacle } from '../features/create/adopt-template';
import { nextOwnId } from '../features/create/next-own-id';
import { placeFor, templateOfTitles, USUAL_FOLDERS, type Neighbour } from '../features/create/place';
import { lineEdits } from '../features/refactor/line-edits';
import { saveAsTemplate } from '../features/save-as-template/save-as-template';
import { canConvert, convertTemplate } from '../features/refactor/template/convert';
import {
  adoptTemplateRequest,
  newSpecPlaceRequest,
  saveAsTemplateRequest,
  type AdoptTemplateParams,
  type AdoptTemplateResult,
  type NewSpecPlaceParams,
  type NewSpecPlaceResult,
  type SaveAsTemplateParams,
  type SaveAsTemplateResult,
} from '../protocol';
import { SyntaxTree } from '../syntax/tree';
import type { Schema } from '../template/schema';
import { applyEdits, type TextEdit } from '../text/edit';
import { dominantEol, withEol } from '../text/line';
import type { Span } from '../text/span';
import { Lines } from '../workspace/lines';
import type { OpenDocument } from '../workspace/open-document';
import type { Spec } from '../workspace/spec';
import { isWithin, plainUri } from '../workspace/uri';
import { toRange, toTextEdit } from './convert';
import { answer } from './guard';
import type { Session } from './session';

/** Puts templates around documents, and says where new specs go. */
export function serveCreation(session: Session): void {
  const { connection } = session;
  const failed = new ResponseError<never>(LSPErrorCodes.RequestFailed, t('The log has the reason.'));
  connection.onRequest(adoptTemplateRequest, (params: AdoptTemplateParams, token: CancellationToken) =>
    answer<AdoptTemplateResult | ResponseError<never>>(session, 'adopt template', token, failed, () =>
      adopt(session, params),
    ),
  );
  connection.onRequest(saveAsTemplateRequest, (params: SaveAsTemplateParams, token: CancellationToken) =>
    answer<SaveAsTemplateResult | ResponseError<never>>(session, 'save as template', token, failed, () =>
      save(session, params),
    ),
  );
  connection.onRequest(newSpecPlaceRequest, (params: NewSpecPlaceParams, token: CancellationToken) =>
    answer<NewSpecPlaceResult | ResponseError<never>>(session, 'place', token, failed, async () => ({
      path: await place(session, params),
    })),
  );
}

function adopt(
  session: Session,
  { uri, version, template, author = '', instead }: AdoptTemplateParams,
): AdoptTemplateResult {
  const document = session.documents.get(uri);
  if (!document) return refused(t('This document cannot be edited here. Save it as a Markdown file first.'));
  if (document.version !== version) return { kind: 'changed' };
  const choice = session.choiceFor(uri);
  const schema = choice.schemas.find(({ id }) => id === template);
  if (!schema) return refused(t('There is no template "{0}" any more.', template));
  const { spec, model } = document;
  if (spec && spec.schema.id !== schema.id) {
    if (!instead) return { kind: 'follows', name: spec.schema.name, canConvert: canConvert(spec) };
    if (instead === 'convert') return converted(document, spec, schema, choice.schemas);
  }
  const date = session.host.clock.today();
  const id = nextOwnId(schema, date, session.workspaces.view(uri));
  const adoption = adoptTemplate(model, schema, choice, { date, author, id });
  if (adoption.obstacle) return refused(reasonOf(adoption.obstacle));
  return edited(document, adoption.edits, adoption.blank);
}

function converted(
  document: OpenDocument,
  spec: Spec,
  schema: Schema,
  schemas: readonly Schema[],
): AdoptTemplateResult {
  if (!canConvert(spec)) return refused(reasonOf('unsafe'));
  const { text } = spec.model.tree;
  return edited(document, lineEdits(text, convertTemplate(spec, schema, schemas)), undefined);
}

function edited(
  { content, lines }: OpenDocument,
  edits: readonly TextEdit[],
  blank: Span | undefined,
): AdoptTemplateResult {
  const after = blank && new Lines(SyntaxTree.parse(applyEdits(content, edits)));
  return {
    kind: 'edits',
    edits: edits.map((edit) => toTextEdit(lines, edit)),
    blank: blank && after ? toRange(after, blank) : null,
  };
}

function refused(reason: string): { kind: 'refused'; reason: string } {
  return { kind: 'refused', reason };
}

function save(session: Session, params: SaveAsTemplateParams): SaveAsTemplateResult {
  const { uri, name, description = '', root } = params;
  const document = session.documents.get(uri);
  if (!document) return refused(t('This document cannot be read here. Save it as a Markdown file first.'));
  const { spec } = document;
  const model = spec?.model ?? document.model;
  if (model.shape.sections.length === 0)
    return refused(
      t(
        'A template is made of headings, and this document has none. Give each of its parts a heading first.',
      ),
    );
  if (name === undefined)
    return { kind: 'name', name: spec?.schema.name ?? '', description: spec?.schema.description ?? '' };
  const folder = session.templateFolderFor(uri) ?? (root && session.templateFolderFor(`${root}/new.md`));
  if (!folder) return refused(t('A template is kept in the folder of a workspace. Open a folder first.'));
  const id = idOf(name);
  const text = saveAsTemplate(model, spec, { id, name, description });
  if (text === undefined) return refused(t('The log has the reason.'));
  const known = session.templates.find(id, folder);
  const file = known && known.source !== 'builtin' ? known.source : `${folder}/${encodeURIComponent(id)}.md`;
  return {
    kind: 'template',
    id,
    text: withEol(text, dominantEol(document.content)),
    file,
    taken: known?.name ?? null,
  };
}

/** The id of a template by its name: letters and digits, with `-` between words. */
function idOf(name: string): string {
  return (
    slug(name.trim())
      .replace(/[^\p{L}\p{N}._-]/gu, '')
      .replace(/^[._-]+/u, '') || 'template'
  );
}

function reasonOf(obstacle: AdoptionObstacle): string {
  switch (obstacle) {
    case 'wrapped':
      return t(
        'The document stands in the code block that its template was published in. Take the fence away first; the problem at its first line has a fix for it.',
      );
    case 'open-end':
      return t(
        'The document ends in a code block or a comment that nobody has closed, so that sections would become part of it. Close it first.',
      );
    case 'front-matter':
      return t(
        'The front matter of the document cannot be read or has no place for another line, so that its metadata cannot be added. Mend it first.',
      );
    case 'unsafe':
      return t('The template cannot be put around this text without changing what it says.');
  }
}

async function place(
  session: Session,
  { template, title, root, folder }: NewSpecPlaceParams,
): Promise<string> {
  const { schemas, configuration } = session.choiceFor(`${root}/new.md`);
  const existing: string[] = [];
  for (const usual of USUAL_FOLDERS)
    if ((await session.host.files.exists(`${root}/${usual}`)) === true) existing.push(usual);
  return placeFor({
    template,
    title,
    neighbours: neighboursIn(session, root, schemas),
    associations: configuration.associations,
    existing,
    folder: folder === undefined ? undefined : pathIn(folder, root),
  });
}

function neighboursIn({ workspaces, documents }: Session, root: string, schemas: readonly Schema[]) {
  const index = workspaces.folderOf(`${root}/new.md`)?.index;
  const known = new Map<string, Neighbour>();
  for (const [uri, titles] of index?.titles ?? [])
    known.set(uri, { path: pathIn(uri, root), template: templateOfTitles(titles, schemas) });
  for (const { uri, spec } of documents.all())
    if (isWithin(uri, root) && index?.counts(uri))
      known.set(plainUri(uri), { path: pathIn(uri, root), template: spec?.schema.id });
  return [...known.values()];
}

/** The path of a file or folder from a folder around it; empty for the folder itself. */
function pathIn(uri: string, root: string): string {
  return plainUri(uri)
    .slice(plainUri(root).replace(/\/$/u, '').length)
    .replace(/^\/|\/$/gu, '');
}
