import type { Spec } from '../../workspace/spec';
import { specIdField } from '../../template/spec-id';
import type { Exports } from '../../workspace/index/exports';
import { modelOf } from './folder';
import { queryMatch } from './query-match';
import type { OpenDocument } from '../../workspace/open-document';

/** Something that a person may look for in all documents. Without a place, which is read when somebody goes there. */
export interface WorkspaceSymbolEntry {
  readonly kind: 'spec' | 'spec-id' | 'section' | 'requirement';
  readonly name: string;
  /** Where it belongs: the template and the status of a spec, the document of all others. */
  readonly container: string;
  /** As `plainUri` writes it. */
  readonly uri: string;
  /** A requirement as `requirementKey` writes it; of a section how many of the document have its title before. */
  readonly key: string | number;
}

/** A document that symbols are looked for in. */
export interface Searched {
  /** As `plainUri` writes it. */
  readonly uri: string;
  readonly exports: Exports | undefined;
  /** The titles of its sections. */
  readonly titles: readonly string[];
  /** What it says as a spec; undefined where it is none. Asked only of documents that answer the query. */
  readonly spec: () => Promise<Summary | undefined>;
}

/** What of a spec is shown beside its title. */
export interface Summary {
  readonly template: string;
  readonly status: string | undefined;
  /** The id that it states, as written. */
  readonly id: string | undefined;
}

/** A document that may be a spec and answer a query, with how well its title and its id do. */
interface SpecMatch {
  readonly searched: Searched;
  readonly byTitle: number | undefined;
  readonly byId: number | undefined;
}

/** Editors show no more than that, and ask again with each letter. */
const MOST_SYMBOLS = 200;
/** How many documents to look into for a query. */
const MOST_SUMMARIES = 60;

/**
 * The symbols of documents that answer a query, the best first.
 * @param withSections whether sections are asked for, which some editors list themselves
 */
export async function workspaceSymbols(
  documents: readonly Searched[],
  query: string,
  withSections: boolean,
): Promise<WorkspaceSymbolEntry[]> {
  const found: { readonly entry: WorkspaceSymbolEntry; readonly score: number }[] = [];
  const specs: SpecMatch[] = [];
  for (const searched of documents) {
    const { uri, titles, exports } = searched;
    const [title = nameOf(uri), ...others] = titles;
    const byTitle = queryMatch(query, title);
    const byId = exports?.specId && queryMatch(withoutZeros(query), exports.specId);
    if (byTitle !== undefined || byId) specs.push({ searched, byTitle, byId: byId || undefined });
    if (query.trim() === '') continue;
    for (const key of exports?.stated ?? []) {
      const score = queryMatch(withoutZeros(query), key);
      // An id is looked for by its letters and its number, not by some of them.
      if (score !== undefined && score > 0)
        found.push({
          entry: { kind: 'requirement', name: key, container: title, uri, key },
          score: score + 0.5,
        });
    }
    if (!withSections) continue;
    const times = new Map<string, number>();
    for (const name of others) {
      const key = times.get(name) ?? 0;
      times.set(name, key + 1);
      const score = queryMatch(query, name);
      if (score !== undefined)
        found.push({ entry: { kind: 'section', name, container: title, uri, key }, score });
    }
  }
  const scoreOf = ({ byTitle = -1, byId = -1 }: SpecMatch) => Math.max(byTitle, byId);
  specs.sort((a, b) => scoreOf(b) - scoreOf(a));
  for (const { searched, byTitle, byId } of specs.slice(0, MOST_SUMMARIES)) {
    const summary = await searched.spec();
    if (!summary) continue;
    const { uri, titles } = searched;
    const name = titles[0] ?? nameOf(uri);
    const container = [summary.template, summary.status].filter(Boolean).join(', ');
    if (byTitle !== undefined)
      found.push({ entry: { kind: 'spec', name, container, uri, key: 0 }, score: byTitle + 0.7 });
    if (byId !== undefined && summary.id !== undefined)
      found.push({
        entry: { kind: 'spec-id', name: summary.id, container: name, uri, key: 0 },
        score: byId + 0.6,
      });
  }
  const sorted = found.sort((a, b) => b.score - a.score || (a.entry.name < b.entry.name ? -1 : 1));
  return sorted.slice(0, MOST_SYMBOLS).map(({ entry }) => entry);
}

/** What of a document is shown beside its title; undefined where it is no spec. */
export function summaryOf({ spec }: Pick<OpenDocument, 'spec'>): Summary | undefined {
  return (
    spec && {
      template: spec.schema.name,
      status: statusOf(spec),
      id: specIdField(spec.model.shape, spec.schema)?.id.id,
    }
  );
}

/** The titles of the sections of an open document. */
export function titlesOf(document: OpenDocument): string[] {
  return modelOf(document).shape.sections.map(({ title }) => title);
}

function statusOf({ model, schema }: Spec): string | undefined {
  const names = new Set(schema.fields.filter(({ kind }) => kind === 'status').map(({ folded }) => folded));
  return model.shape.fields.find(({ folded }) => names.has(folded))?.value || undefined;
}

/** `TS-2025-014` as keys have it: `TS-2025-14`. */
function withoutZeros(query: string): string {
  return query.replace(/(?<![\d])0+(?=\d)/gu, '');
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
