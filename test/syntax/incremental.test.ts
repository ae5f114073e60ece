import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SyntaxTree, verifyIncremental } from '../../server/src/syntax';
import { documents, edits, editAndCheck, invariantFaults, placeEdit } from './support';

const seed = Number(process.env.SPECWRIGHT_FUZZ_SEED ?? Math.floor(Math.random() * 0x7fffffff));
/** Documents; each is edited eight times. */
const numRuns = Number(process.env.SPECWRIGHT_FUZZ_RUNS ?? 260);

test(
  `incremental equals fresh, positions included (SPECWRIGHT_FUZZ_SEED=${seed})`,
  () => {
    fc.assert(
      fc.property(documents, fc.array(edits, { minLength: 8, maxLength: 8 }), (text, placed) => {
        let tree = SyntaxTree.parse(text);
        expect([...invariantFaults(tree, text), verifyIncremental(tree) ?? 'none'], 'first reading').toEqual([
          'none',
        ]);
        for (const edit of placed) {
          const change = placeEdit(tree.text, edit);
          const before = tree.text;
          const { after, faults } = editAndCheck(tree, change);
          expect(faults, JSON.stringify({ before, change })).toEqual([]);
          tree = after;
        }
      }),
      { seed, numRuns },
    );
  },
  Infinity,
);
