import { definedBy } from '../../workspace/index/exports';
import { lineEnd, lineStart } from '../../text/line';
import type { Cursor } from './cursor';

/** A requirement that can be referred to. */
export interface KnownRequirement {
  readonly id: string;
  /** The line that defines it; undefined where another document does. */
  readonly text: string | undefined;
  /** The document that defines it, where that is another. */
  readonly path: string | undefined;
}

/** The requirements of the document, without what stands on the line of the cursor, then those of the others. */
export function knownRequirements(cursor: Cursor): KnownRequirement[] {
  const { spec, line, request } = cursor;
  const { model } = spec;
  const { tree } = model;
  const known = new Map<string, KnownRequirement>();
  model.content.identifiers.forEach(({ fact }, index) => {
    if (known.has(fact.id) || definedBy(fact).length === 0) return;
    const { start } = model.contentSpan('identifiers', index);
    if (line.start <= start && start <= line.end) return;
    const text = tree.text.slice(lineStart(tree.text, start), lineEnd(tree.text, start)).trim();
    known.set(fact.id, { id: fact.id, text, path: undefined });
  });
  const own = [...known.values()].sort((a, b) => byNumber(a.id, b.id));
  const others = request.lookup
    .documents()
    .flatMap(({ path, requirements }) => requirements.map((id) => ({ id, text: undefined, path })));
  return [...own, ...others.filter(({ id }) => !known.has(id))];
}

/** Letters by the alphabet, numbers by their size. */
function byNumber(a: string, b: string): number {
  const parts = (id: string) => [id.replace(/-\d+$/u, ''), Number(/\d+$/u.exec(id)?.[0])] as const;
  const [[left, m], [right, n]] = [parts(a), parts(b)];
  return left === right ? m - n : left < right ? -1 : 1;
}

/** What a definition says, without its marks and its id, in a few words. */
export function inShort(text: string, id: string): string {
  const plain = text.replace(/[|#>*_`]|^\s*(?:[-+]|\d+[.)])\s/gu, ' ').replace(id, ' ');
  const words = plain
    .replace(/^[\s:.)–—-]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}
