import { t } from '@vscode/l10n';
import type { Field } from '../model/document-shape';
import { anchorsOf } from '../model/document-anchors';
import type { Schema } from '../template/schema';
import { documentIdsIn, specIdField } from '../template/spec-id';
import type { WorkspaceView } from '../workspace/index/view';
import { defineWorkspaceRule } from './engine/rule';
import { isUnfilled } from './engine/unfilled';

/** Fields that name other documents. */
const RELATION =
  /\b(?:related|parent|prds?|brds?|adrs?|rfcs?|specs?|specifications?|requirements?|architecture|design|depends|dependencies|references?|based on|implements)\b/u;
/** What they replace may be gone, and tickets are kept by other tools. */
const NO_RELATION =
  /\b(?:superse\w*|replace\w*|obsolete\w*|epics?|tickets?|issues?|jira|stor(?:y|ies)|tasks?)\b/u;
/** The letters of documents, in contrast to those of tickets. RFC numbers are mostly those of the IETF. */
const DOCUMENTS = /^(?:PRD|BRD|SRS|FRD|ADR|TS|TDD|HLD|LLD|SPEC|DD|DOC)$/u;
/** An anchor or a file that only stands for one. */
const STAND_IN = /^#?(?:todo|tbd|link|url|xxx*|anchor|section|placeholder)$/iu;

export default defineWorkspaceRule<undefined, 'links' | 'anchors'>({
  id: 'related-document-missing',
  severity: { draft: 'warning', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  reads: ['links', 'anchors'],
  docs: {
    what: 'A related document cannot be found: a relative link or an anchor leads nowhere, or no file has the id that the metadata names.',
    why: 'The reader who needs the reasons or the requirements finds nothing.',
    remedy:
      'Correct the path, the anchor or the id. Links to other sites, out of the workspace, and without a file ending are not looked at.',
  },
  check({ shape, schema, content, workspace }, report) {
    content.links.forEach(({ fact: { url, isImage, isDefinition } }, index) => {
      if (STAND_IN.test(url)) return;
      // Some write a definition under each heading, whether a link refers to it or not.
      if (isDefinition && url.startsWith('#')) return;
      const [, path = '', anchor = ''] = /^([^#]*)#?(.*)$/u.exec(url) ?? [];
      const isHere = () => anchorsOf({ shape, content }).has(decoded(anchor));
      const state = path !== '' ? workspace.link(url) : isHere() ? 'found' : 'no-anchor';
      if (state === 'found' || state === 'unknown' || isFromTemplate(url, schema)) return;
      const at = { content: 'links', index } as const;
      if (state === 'no-file')
        report({
          at,
          message: isImage
            ? t(
                'There is no picture {0}, so a reader sees nothing here. Correct the path, or add the file.',
                path,
              )
            : t(
                'There is no file {0}, so a reader who follows the link finds nothing. Correct the path, or add the file.',
                path,
              ),
          data: undefined,
        });
      if (state === 'no-anchor')
        report({
          at,
          message: path
            ? t(
                'No heading or anchor in {0} is #{1}, so the link leads to the top of the page at best. Correct it to the heading as it is now.',
                path,
                anchor,
              )
            : t(
                'No heading or anchor in this document is #{0}, so the link leads to the top of the page at best. Correct it to the heading as it is now.',
                anchor,
              ),
          data: undefined,
        });
    });
    if (!workspace.isComplete()) return;
    const own = specIdField(shape, schema);
    for (const field of shape.fields) {
      if (field.ordinal === own?.field.ordinal) continue;
      for (const id of missingIn(field, own?.id.prefix, workspace))
        report({
          at: { field, part: 'value' },
          message: t(
            'No document of the workspace has the id {0}, though others of its kind are here, so the reader cannot find what this one builds on. Correct the id, or add the document.',
            id,
          ),
          data: undefined,
        });
    }
  },
});

/** The ids in a field that no document has, where others have ids with the same letters. */
function missingIn(field: Field, ownPrefix: string | undefined, workspace: WorkspaceView): string[] {
  const { folded, value } = field;
  if (!RELATION.test(folded) || NO_RELATION.test(folded) || isUnfilled(value)) return [];
  // What a link leads to is known from the link, and a remark may say that it is elsewhere.
  if (/[[\]()]|:\/\/|[`]/u.test(value)) return [];
  const known = documentIdsIn(value).filter(({ prefix }) => DOCUMENTS.test(prefix) || prefix === ownPrefix);
  return known
    .filter(({ prefix, key }) => workspace.hasDocumentsOf(prefix) && !workspace.hasDocument(key))
    .map(({ id }) => id);
}

function isFromTemplate(url: string, { starter }: Schema): boolean {
  return starter.includes(`(${url})`) || starter.includes(`]: ${url}`);
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return '';
  }
}
