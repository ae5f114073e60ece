import { slug } from 'github-slugger';
import picomatch from 'picomatch';
import { foldTitle } from '../../model/fold';
import { detectTemplate } from '../../template/detect';
import type { Schema } from '../../template/schema';

/** A document of the workspace, as far as it is to be known where a new one goes. */
export interface Neighbour {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  /** The id of its template; undefined for one that is no spec. */
  readonly template: string | undefined;
}

/** Where documents are usually kept, the likeliest first. */
export const USUAL_FOLDERS: readonly string[] = ['specs', 'docs/specs', 'docs/design', 'docs', 'doc'];

/** What decides where a new spec goes. */
export interface PlaceRequest {
  /** The id of its template. */
  readonly template: string;
  readonly title: string;
  readonly neighbours: readonly Neighbour[];
  /** Glob of paths to the id of the template that they follow, from the settings. */
  readonly associations: Readonly<Record<string, string>>;
  /** Which of the usual folders there are. */
  readonly existing: readonly string[];
  /** The folder that was asked for, if one was; relative to the workspace folder. */
  readonly folder?: string | undefined;
}

/** Proposes a path for a new spec, relative to the workspace folder: where others of its kind are, and named as they are. */
export function placeFor({
  template,
  title,
  neighbours,
  associations,
  existing,
  folder,
}: PlaceRequest): string {
  const alike = neighbours.filter((each) => each.template === template);
  const specs = neighbours.filter((each) => each.template !== undefined);
  const target =
    folder ??
    folderOfGlobs(associations, template) ??
    mostOften(alike) ??
    mostOften(specs) ??
    USUAL_FOLDERS.find((usual) => existing.includes(usual)) ??
    '';
  const siblings = specs.filter(({ path }) => folderOf(path) === target);
  const base = target === '' ? '' : `${target}/`;
  return `${base}${numberIn(siblings)}${slugOf(title) || 'spec'}.md`;
}

/** The template that a document follows, judged by the titles of its headings alone. */
export function templateOfTitles(titles: readonly string[], schemas: readonly Schema[]): string | undefined {
  const sections = titles.map((title, ordinal) => ({
    ordinal,
    level: ordinal === 0 ? 1 : 2,
    title,
    folded: foldTitle(title),
    parent: undefined,
    children: [],
  }));
  const nothing = {
    dismissals: [],
    explainedAway: [],
    hasContent: [],
    frontMatter: undefined,
    yamlFaults: [],
  };
  const shape = { sections, fields: [], ...nothing, templateDirective: undefined, sizeDirective: undefined };
  return detectTemplate(shape, schemas)?.schema.id;
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

function slugOf(title: string): string {
  const name = slug(title.replace(/[/\\]/gu, ' ').trim())
    .replace(/-{2,}/gu, '-')
    .replace(/^[-_.]+|[-_.]+$/gu, '')
    .slice(0, 80);
  return RESERVED.test(name) ? `${name}-spec` : name;
}

/** The number that the name of a new file starts with, where those beside it are numbered: `0007-`. */
function numberIn(siblings: readonly Neighbour[]): string {
  const found = siblings.flatMap(({ path }) => {
    const [, digits, mark] = /^(\d{2,5})([-_])/u.exec(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    return digits === undefined ? [] : [{ digits, mark }];
  });
  if (found.length < 2 || found.length * 2 <= siblings.length) return '';
  const highest = Math.max(...found.map(({ digits }) => Number(digits)));
  return `${String(highest + 1).padStart(found[0]!.digits.length, '0')}${found[0]!.mark}`;
}

function mostOften(documents: readonly Neighbour[]): string | undefined {
  const times = new Map<string, number>();
  for (const { path } of documents) times.set(folderOf(path), (times.get(folderOf(path)) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** The folder that the settings keep for a template. */
function folderOfGlobs(associations: Readonly<Record<string, string>>, template: string): string | undefined {
  const glob = Object.keys(associations).find((each) => associations[each] === template);
  const base = glob === undefined ? '' : picomatch.scan(glob).base;
  return base === '' || base === '.' || /\.md$/iu.test(base) ? undefined : base.replace(/\/$/u, '');
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
