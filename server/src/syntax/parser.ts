import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readPlain } from './plain';

/** The labels a window may refer to though they are defined outside it, normalised (CommonMark, "matches"). */
export interface Seeds {
  readonly definitions: readonly string[];
  /** Without the `^`. */
  readonly footnotes: readonly string[];
}

export const noSeeds: Seeds = { definitions: [], footnotes: [] };

/** The two lists in which micromark's parser looks up what a bracket may refer to. */
interface LabelParser {
  defined: string[];
  gfmFootnotes?: string[];
}

const plain = unified().use(remarkParse).use(remarkGfm).freeze();

let seeds: Seeds = noSeeds;
let seededParser: LabelParser | undefined;

/**
 * micromark offers no way to hand labels in. It does try every document construct before the first line, and a
 * construct sees the parser: this one adds the labels and never matches, so it changes nothing else.
 */
const seedLabels = {
  name: 'seedLabels',
  tokenize(this: { parser: LabelParser }, _effects: unknown, _ok: unknown, nok: unknown) {
    const parser = this.parser;
    if (parser !== seededParser) {
      seededParser = parser;
      parser.defined.push(...seeds.definitions);
      if (seeds.footnotes.length > 0) (parser.gfmFootnotes ??= []).push(...seeds.footnotes);
    }
    return nok;
  },
  continuation: { tokenize: (_effects: unknown, _ok: unknown, nok: unknown) => nok },
  exit() {},
};

const seeded = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function () {
    const data = this.data() as { micromarkExtensions?: unknown[] };
    (data.micromarkExtensions ??= []).push({ document: { null: seedLabels } });
  })
  .freeze();

/**
 * The root nodes of `text`, read on its own. This is the one door to the grammar: what is plain is read by a faster reader,
 * and nobody outside can tell.
 */
export function parseWindow(text: string, known: Seeds): RootContent[] {
  return readPlain(text, (part) => parseByGrammar(part, known));
}

function parseByGrammar(text: string, known: Seeds): RootContent[] {
  if (known.definitions.length === 0 && known.footnotes.length === 0) return plain.parse(text).children;
  seeds = known;
  seededParser = undefined;
  try {
    return seeded.parse(text).children;
  } finally {
    seeds = noSeeds;
    seededParser = undefined;
  }
}

/** The whole of `text` by the grammar alone: what every incremental reading is measured by. */
export function parseFresh(text: string): Root {
  return plain.parse(text);
}
