import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHead } from '../../server/src/syntax/front-matter';
import { parseFresh } from '../../server/src/syntax/parser';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { verifyIncremental } from '../../server/src/syntax/verify';
import { applyChange } from '../../server/src/text/change';
import { documents, edits, editAndCheck, invariantFaults, placeEdit } from './support';

const seed = Number(process.env.SPECWRIGHT_FUZZ_SEED ?? Math.floor(Math.random() * 0x7fffffff));
/** Documents; each is edited eight times. */
const numRuns = Number(process.env.SPECWRIGHT_FUZZ_RUNS ?? 280);
/** What every run compares at least; texts at which the parser itself fails are not counted. */
const leastEdits = Math.min(2000, numRuns * 7);

/**
 * The parser's development build, which tests run with, stops at some texts at an assertion of its own, such as a
 * task's box in what turns out to be a heading. There is nothing to compare with then.
 */
function unlessParserFails<T>(text: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    try {
      parseFresh(text.slice(readHead(text).bodyStart));
    } catch {
      return undefined;
    }
    throw error;
  }
}

test(
  `incremental equals fresh, positions included (SPECWRIGHT_FUZZ_SEED=${seed})`,
  () => {
    let compared = 0;
    fc.assert(
      fc.property(documents, fc.array(edits, { minLength: 8, maxLength: 8 }), (text, placed) => {
        let tree = unlessParserFails(text, () => SyntaxTree.parse(text));
        if (tree)
          expect([...invariantFaults(tree, text), verifyIncremental(tree) ?? 'none']).toEqual(['none']);
        for (const edit of placed) {
          if (!tree) return;
          const before: SyntaxTree = tree;
          const change = placeEdit(before, edit);
          const edited = unlessParserFails(applyChange(before.text, change), () =>
            editAndCheck(before, change),
          );
          expect(edited?.faults ?? [], JSON.stringify({ before: before.text, change })).toEqual([]);
          tree = edited?.after;
          if (edited) compared += 1;
        }
      }),
      { seed, numRuns },
    );
    console.log(`${compared} random edits compared, seed ${seed}`);
    expect(compared).toBeGreaterThanOrEqual(leastEdits);
  },
  Infinity,
);
