import GithubSlugger, { slug } from 'github-slugger';
import { ANY_ANCHOR } from './anchor';
import type { DocumentContent } from './document-content';
import type { DocumentShape } from './document-shape';

/** What of a document its anchors are made of. */
interface Anchored {
  readonly titles: readonly string[];
  /** The names of the anchors that it sets itself. */
  readonly names: readonly string[];
}

/** The places in a document that a link can lead to. */
export class Anchors {
  private readonly known = new Set<string>();
  private readonly takesInOthers: boolean;

  constructor({ titles, names }: Anchored) {
    this.takesInOthers = names.includes(ANY_ANCHOR);
    const slugger = new GithubSlugger();
    const times = new Map<string, number>();
    for (const title of titles) {
      const plain = title.replace(/\s*\{[^{}]*#[^{}]*\}\s*$/u, '');
      for (const form of forms(slugger.slug(plain))) this.known.add(form);
      // GitHub numbers what is repeated from 1, others from 2.
      const before = times.get(plain) ?? 0;
      times.set(plain, before + 1);
      if (before > 0) this.known.add(loose(`${slug(plain)}-${before + 1}`));
    }
    for (const name of names) {
      this.known.add(loose(name));
      this.known.add(loose(slug(name)));
    }
  }

  /** @param anchor without its `#`, escapes undone */
  has(anchor: string): boolean {
    const key = loose(anchor.replace(/^user-content-/u, ''));
    return this.takesInOthers || key === '' || WELL_KNOWN.test(anchor) || this.known.has(key);
  }

  /** Whether links lead to the same places in both. */
  equals({ known, takesInOthers }: Anchors): boolean {
    return (
      takesInOthers === this.takesInOthers &&
      known.size === this.known.size &&
      [...known].every((key) => this.known.has(key))
    );
  }
}

const madeOf = new WeakMap<object, { readonly names: unknown; readonly anchors: Anchors }>();

/** The anchors of a document; the same object while its headings and what it sets itself are the same. */
export function anchorsOf({
  shape: { sections },
  content: { anchors: names },
}: {
  readonly shape: Pick<DocumentShape, 'sections'>;
  readonly content: Pick<DocumentContent, 'anchors'>;
}): Anchors {
  const before = madeOf.get(sections);
  if (before?.names === names) return before.anchors;
  const anchors = new Anchors({
    titles: sections.map(({ title }) => title),
    names: names.map(({ fact }) => fact.name),
  });
  madeOf.set(sections, { names, anchors });
  return anchors;
}

/** The top, a footnote, lines of a file as source, a stretch of text: no anchor that a document sets. */
const WELL_KNOWN =
  /^(?:top$|L\d+|(?:user-content-)?fn(?:ref)?[-:\d]|:~:|\/|!|[?=]|.*[=/:]|page=|xywh=|t=\d)/iu;

/**
 * A slug as it is compared. Those who make pages of Markdown differ in hyphens, case and accents, and some leave the number of
 * a heading out: a link that works with any of them is no broken link.
 */
function loose(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{Nd}]|\p{M}/gu, '');
}

function forms(anchor: string): string[] {
  return [loose(anchor), loose(anchor.replace(/^[\d-]+(?=\p{L})/u, ''))];
}
