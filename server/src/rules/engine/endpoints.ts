import { foldWords } from '../../model/fold';
import type { Section } from '../../model/section';
import type { CellFact } from '../../model/table';
import { isInside } from '../../template/place';
import type { Slot } from '../../template/schema';
import type { Span } from '../../text/span';
import { HTTP_METHODS } from './http-methods';
import type { ContentContext } from './rule';
import { METHOD_COLUMN } from './http-columns';

/** An endpoint as a document names it. */
export interface Endpoint {
  readonly method: string;
  /** As written, without marks. */
  readonly path: string;
  /** The path with `{}` for each parameter, without host, query and a slash at the end. */
  readonly route: string;
  /** What is the same for each way to write one endpoint. */
  readonly key: string;
}

/** An endpoint in a row of the overview. */
export interface ListedEndpoint extends Endpoint {
  /** The table, as an index into the tables of the document. */
  readonly table: number;
  /** The cell of the path, relative to its chunk. */
  readonly span: Span;
}

/** An endpoint with a section of its own. */
export interface DescribedEndpoint extends Endpoint {
  readonly section: Section;
}

/** The endpoints of one API section. */
export interface ApiSection {
  /** The slot of the sections that describe one endpoint each. */
  readonly slot: Slot;
  /** The section that holds those. */
  readonly under: Section | undefined;
  readonly listed: readonly ListedEndpoint[];
  /** Whether the overview has rows that name no method and path, or several paths. */
  readonly hasOtherRows: boolean;
  readonly described: readonly DescribedEndpoint[];
  /** Sections in that place whose titles name no method and path. */
  readonly unnamed: readonly Section[];
}

/** `[HTTP Method] [Path]`, `Endpoint 1: [Method] /api/path` */
const DETAILS_TITLE = /[[{<][^\]}>]*\bmethod\b[^\]}>]*[\]}>]+.*(?:\bpath\b|\/)/iu;
const PATH = /^(?:path|endpoint|url|uri|route)$/u;
const TITLE =
  /(?<![\p{L}\p{N}])(\p{Lu}{3,}(?:-\p{Lu}+)?)[\s`*:–-]+((?:https?:\/\/[^\s/`]+)?\/[^\s`*]*)(.*)$/u;

/** Reads the endpoints of a document, for each slot of its template that describes one endpoint. */
export function readEndpoints(context: ContentContext<'tables'>): ApiSection[] {
  const { schema, alignment } = context;
  return schema.allSlots
    .filter(({ title, repeat }) => repeat && DETAILS_TITLE.test(title))
    .map((slot): ApiSection => {
      const sections = alignment.instances.get(slot) ?? [];
      const described = sections.flatMap((section): DescribedEndpoint[] => {
        const endpoint = endpointOf(section.title);
        return endpoint ? [{ ...endpoint, section }] : [];
      });
      const named = new Set(described.map(({ section }) => section));
      return {
        slot,
        under: sections[0] && alignment.parents[sections[0].ordinal],
        ...readOverview(context, slot),
        described,
        unnamed: sections.filter((section) => !named.has(section)),
      };
    });
}

/** Whether two endpoints are one, where one of them may leave out what all paths begin with. */
export function isSameEndpoint(a: Endpoint, b: Endpoint): boolean {
  const [short, long] = a.route.length < b.route.length ? [a.route, b.route] : [b.route, a.route];
  const base = long.endsWith(short) ? long.slice(0, long.length - short.length) : undefined;
  return a.method === b.method && base !== undefined && !base.includes('{');
}

/** The rows of tables with a method and a path in the section of the overview, which shares one above with the details. */
function readOverview(
  { schema, alignment, shape, content }: ContentContext<'tables'>,
  details: Slot,
): Pick<ApiSection, 'listed' | 'hasOtherRows'> {
  const overview = schema.allSlots.find(
    ({ content: { tables }, parent }) =>
      parent !== undefined &&
      (parent === details.parent || parent === details.parent?.parent) &&
      tables.some(({ columns }) => hasBoth(columns.map(({ folded }) => folded))),
  );
  const sections = (overview && alignment.instances.get(overview)) ?? [];
  const listed: ListedEndpoint[] = [];
  let hasOtherRows = false;
  content.tables.forEach(({ fact: { columns, rows }, section: ordinal }, table) => {
    const section = shape.sections[ordinal];
    if (!section || !hasBoth(columns)) return;
    if (!sections.some((each) => each === section || isInside(alignment, section, each))) return;
    const method = columns.findIndex((column) => METHOD_COLUMN.test(column));
    const path = columns.findIndex((column) => PATH.test(column));
    for (const { cells } of rows) {
      const found = listedIn(cells[method], cells[path], table);
      listed.push(...found);
      if (found.length === 0) hasOtherRows = true;
    }
  });
  return { listed, hasOtherRows };
}

function hasBoth(columns: readonly string[]): boolean {
  return columns.some((column) => METHOD_COLUMN.test(column)) && columns.some((column) => PATH.test(column));
}

/** A row with several methods, `GET, PUT`, lists as many endpoints. */
function listedIn(method: CellFact | undefined, path: CellFact | undefined, table: number): ListedEndpoint[] {
  if (!method || !path) return [];
  return method.text.split(/\s*[,/|]\s*|\s+/u).flatMap((word) => {
    const endpoint = toEndpoint(word, path.text);
    return endpoint ? [{ ...endpoint, table, span: path.span }] : [];
  });
}

function endpointOf(title: string): Endpoint | undefined {
  const [, method, path, rest] = TITLE.exec(title) ?? [];
  const endpoint = method && path ? toEndpoint(method, path) : undefined;
  // "GET /files (version 2)" is another endpoint than "GET /files".
  return endpoint && { ...endpoint, key: `${endpoint.key} ${foldWords(rest ?? '')}`.trim() };
}

function toEndpoint(word: string, path: string): Endpoint | undefined {
  const method = word.toUpperCase();
  if (!HTTP_METHODS.has(method) || !/^(?:https?:\/\/[^/\s]+)?\/[^\s*…,]*$/u.test(path)) return undefined;
  const withQuery = path
    .replace(/^https?:\/\/[^/]+/u, '')
    .replace(/\{[^}]*\}|<[^>]*>|\[[^\]]*\]|(?<=\/)[:$][\p{L}_][\p{L}\p{N}_]*/gu, '{}')
    .replace(/(?<=.)\/(?=$|\?)/u, '');
  return { method, path, route: withQuery.replace(/\?.*$/u, ''), key: `${method} ${withQuery}` };
}
