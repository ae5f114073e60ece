import GithubSlugger, { slug } from 'github-slugger';

/** What the anchors to a heading are made of. */
interface Named {
  /** Its title without an anchor that it sets itself. */
  readonly plain: string;
  /** As GitHub writes it; unique in the document. */
  readonly unique: string;
  /** How many headings before it have its title. */
  readonly before: number;
}

/** The ways in which those who make pages of Markdown write an anchor, the most common first. */
const FORMS: readonly ((heading: Named) => string | undefined)[] = [
  ({ unique }) => unique,
  // In the case that the heading has.
  ({ plain, unique }) => slug(plain, true) + unique.slice(slug(plain).length),
  // Others number what is repeated from 2.
  ({ plain, before }) => (before > 0 ? `${slug(plain)}-${before + 1}` : undefined),
  // GitLab and VS Code before 2023 write one hyphen for several.
  ({ unique }) => unique.replace(/-{2,}/gu, '-').replace(/^-|-$/gu, ''),
  // Some leave the number of a heading out.
  ({ unique }) => unique.replace(/^[\d-]+(?=\p{L})/u, ''),
];

const OWN_ANCHOR = /\s*\{[^{}]*#[^{}]*\}\s*$/u;

/** Which heading an anchor leads to, and how an anchor to a heading is written. */
export class HeadingSlugs {
  private readonly headings: readonly Named[];

  /** @param titles of the sections, in their order */
  constructor(titles: readonly string[]) {
    const slugger = new GithubSlugger();
    const times = new Map<string, number>();
    this.headings = titles.map((title) => {
      const plain = withoutOwnAnchor(title);
      const before = times.get(plain) ?? 0;
      times.set(plain, before + 1);
      return { plain, unique: slugger.slug(plain), before };
    });
  }

  /**
   * The ordinal of the heading that an anchor leads to; undefined where there is none.
   * @param anchor without its `#`, escapes undone
   */
  ordinalOf(anchor: string): number | undefined {
    const wanted = anchor.replace(/^user-content-/u, '');
    if (wanted === '') return undefined;
    for (const form of FORMS) {
      const ordinal = this.headings.findIndex((heading) => form(heading) === wanted);
      if (ordinal >= 0) return ordinal;
    }
    const key = loose(wanted);
    const ordinal = this.headings.findIndex(({ unique }) => key !== '' && loose(unique) === key);
    return ordinal < 0 ? undefined : ordinal;
  }

  /** The anchor to a heading as GitHub writes it. */
  anchorOf(ordinal: number): string {
    return this.headings[ordinal]!.unique;
  }

  /**
   * The anchor to a heading after its title has changed, in the form of one that led to it.
   * @param after the slugs with the title changed
   */
  rewritten(anchor: string, ordinal: number, after: HeadingSlugs): string {
    const prefix = /^(?:user-content-)?/u.exec(anchor)![0];
    const heading = this.headings[ordinal]!;
    const form = FORMS.find((each) => each(heading) === anchor.slice(prefix.length)) ?? FORMS[0]!;
    const renamed = after.headings[ordinal]!;
    return prefix + (form(renamed) ?? renamed.unique);
  }
}

/** A title without an anchor that it sets itself: `Goals {#aims}`. */
export function withoutOwnAnchor(title: string): string {
  return title.replace(OWN_ANCHOR, '');
}

function loose(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{Nd}]|\p{M}/gu, '');
}
