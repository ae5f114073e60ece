import { t } from '@vscode/l10n';
import { toString } from 'mdast-util-to-string';
import { requirementMentions, type RequirementMention } from '../../model/id-mentions';
import { nodeSpan } from '../../model/inline-source';
import type { DocumentModel } from '../../model/document-model';
import { isAt, type Span } from '../../text/span';
import { requirementKey } from '../../workspace/index/exports';
import { Requirements } from '../requirement-definitions';
import { sectionAtOffset } from '../../model/section-at';
import type { Hover, HoverContext } from './hover-context';
import { listed, sentence, type HoverBlock, type Inline } from './hover-text';

/** More of a definition is to be read where it stands. */
const LONGEST = 600;
/** More sections that refer to a requirement are counted and not named. */
const MOST_SECTIONS = 6;
/** Likewise of other documents. */
const MOST_DOCUMENTS = 6;

/** The id of a requirement: what it stands for, and who refers to it. */
export function hoverRequirement({ spec, offset, workspace, lookup }: HoverContext): Hover | undefined {
  const { model } = spec;
  const mention = requirementMentions(model).find(({ span }) => isAt(span, offset));
  if (!mention) return undefined;
  const { fact, span } = mention;
  const key = requirementKey(fact);
  const requirements = new Requirements(spec);
  const [definition] = requirements.definedAt(key);
  const named = requirements.namedAt(key);
  if (definition === undefined && named.length === 0) return undefined;
  const elsewhere = workspace.defines(key);
  if (definition === undefined && !elsewhere && !workspace.isComplete()) return undefined;
  const meaning: Inline[] =
    definition !== undefined
      ? [{ bold: fact.id }, ` ${definitionText(model, definition.span, fact.id)}`]
      : [
          ...sentence(
            elsewhere
              ? t('{0} is defined in another document.')
              : t('{0} is defined in no document of the workspace.'),
            { bold: fact.id },
          ),
        ];
  const also: HoverBlock[] =
    definition !== undefined && elsewhere ? [[t('Another document defines the same id.')]] : [];
  // Where two documents define it nobody can tell which of them the others mean.
  const others = definition !== undefined && !elsewhere ? lookup.mentioning(key) : [];
  return { span, blocks: [meaning, referrers(model, named), ...otherDocuments(others), ...also] };
}

function otherDocuments(paths: readonly string[]): HoverBlock[] {
  if (paths.length === 0) return [];
  const shown = listed(paths.slice(0, MOST_DOCUMENTS).map((code) => ({ code })));
  const more = paths.length - MOST_DOCUMENTS;
  return [
    more > 0
      ? sentence(t('Also mentioned in {0} and {1} more documents.'), shown, String(more))
      : sentence(t('Also mentioned in {0}.'), shown),
  ];
}

/** What stands behind the id where it is defined: the rest of its heading, paragraph or item, or the other cells of its row. */
function definitionText(model: DocumentModel, span: Span, id: string): string {
  const chunk = model.tree.chunkAt(span.start);
  const base = model.tree.chunkStart(chunk);
  const { tables, items, headings } = model.facts(chunk);
  const within = (outer: { readonly span: Span }) =>
    base + outer.span.start <= span.start && span.end <= base + outer.span.end;
  const row = tables.flatMap(({ rows }) => rows).find(within);
  if (row) {
    const others = row.cells.filter((cell) => !within(cell) && cell.text !== '');
    return cut(others.map(({ text }) => text).join(' – '));
  }
  const heading = headings.find(within);
  const item = items.findLast(within);
  const block = model.tree.chunks[chunk]!.blocks.find(({ node }) => within({ span: nodeSpan(node) }));
  const whole = heading?.title ?? item?.whole ?? (block ? toString(block.node) : '');
  return cut(behindId(whole, id));
}

/** The text behind an id and what parts them; all of it where the id stands behind its name: `Import (FR-7): …`. */
function behindId(text: string, id: string): string {
  const at = text.indexOf(id);
  if (at < 0 || /\p{L}/u.test(text.slice(0, at))) return text;
  return text.slice(at + id.length).replace(/^[\s\])*_~:.–—-]+/u, '');
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}

function referrers(model: DocumentModel, named: readonly RequirementMention[]): Inline[] {
  if (named.length === 0) return [t('No references in this document.')];
  const sections = new Set(named.map(({ span }) => sectionAtOffset(model, span.start)));
  const titles = [...sections].flatMap((section) => section?.title ?? []);
  const count = String(named.length);
  if (titles.length === 0)
    return sentence(
      named.length === 1 ? t('1 reference in this document.') : t('{0} references in this document.'),
      count,
    );
  const shown = listed(titles.slice(0, MOST_SECTIONS).map((italic) => ({ italic })));
  const others = titles.length - MOST_SECTIONS;
  if (others > 0)
    return sentence(
      t('{0} references in this document: {1} and {2} more sections.'),
      count,
      shown,
      String(others),
    );
  return named.length === 1
    ? sentence(t('1 reference in this document: {0}.'), shown)
    : sentence(t('{0} references in this document: {1}.'), count, shown);
}
