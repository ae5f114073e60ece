import { isWithin, plainUri } from '../uri';

/** Where a link into the workspace leads. */
export interface LinkTarget {
  /** The URIs that it may mean, best first: a page maker may add an ending or take one off. */
  readonly candidates: readonly string[];
  /** The folder without which the link means something else: a site has a root of its own. */
  readonly within: string | undefined;
  /** Without its `#`, escapes undone; empty where it has none. */
  readonly anchor: string;
}

const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|\/\/|[@~\\])/iu;
/** What only stands for a path: marks of placeholders and patterns, `path/to/`, `NNNN-title.md`. */
const STAND_IN =
  /[<>{}[\]|*$\\]|\.{3}|…|(?:^|\/)(?:path\/to|example|your-|my-)|(?:^|[^A-Za-z])(?:N{3,}|X{3,}|Y{4})(?:[^A-Za-z]|$)/u;
const ENDING = /\.([a-z\d]{1,8})$/iu;
const MARKDOWN = /\.(?:md|markdown)$/iu;

/** Whether a file is Markdown, by its name. */
export function isMarkdown(uri: string): boolean {
  return MARKDOWN.test(plainUri(uri));
}

/**
 * Where a link leads, if that is a place inside the workspace of which it can be said whether it is there. Nothing is known of
 * other sites, of what a page maker may put in the place of a path without an ending, and of what a build writes (`.html`).
 * @param url as the document has it
 * @param root the URI of the folder beyond which nothing is known
 */
export function linkTarget(url: string, document: string, root: string): LinkTarget | undefined {
  if (url.startsWith('#') || ABSOLUTE.test(url) || STAND_IN.test(url)) return undefined;
  const [, rawPath = '', rawAnchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/u.exec(url) ?? [];
  const path = decoded(rawPath);
  const ending = ENDING.exec(path ?? '')?.[1]?.toLowerCase();
  if (!path || !ending || ending === 'html' || ending === 'htm') return undefined;
  const fromRoot = path.startsWith('/');
  const uri = joined(fromRoot ? root : document.slice(0, document.lastIndexOf('/')), path);
  if (uri === undefined || !isWithin(uri, root)) return undefined;
  const [folder, file] = path.split('/').filter((part) => part !== '');
  if (fromRoot && file === undefined) return undefined;
  return {
    // `release-1.2` may be a file `release-1.2.md`.
    candidates: isMarkdown(uri) ? [uri] : [uri, `${uri}.md`],
    within: fromRoot ? joined(root, folder!) : undefined,
    anchor: decoded(rawAnchor) ?? '',
  };
}

/** A path behind a folder's URI; undefined where it leads out of everything. */
function joined(base: string, path: string): string | undefined {
  const parts = base.replace(/\/$/u, '').split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(encodeURIComponent(part));
    else if (parts.length > 3) parts.pop();
    else return undefined;
  }
  return parts.join('/');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
