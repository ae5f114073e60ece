import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LongSession, starts, steps, type Start, type Step } from '../support/incremental-problems';
import { BUILTINS } from '../support/check-text';

const seed = Number(process.env.SPECWRIGHT_FUZZ_SEED ?? Math.floor(Math.random() * 0x7fffffff));
/** Documents; to each a dozen things happen. */
const numRuns = Number(process.env.SPECWRIGHT_FUZZ_RUNS ?? 40);

test(
  `the problems of a document that was edited are those of its text (SPECWRIGHT_FUZZ_SEED=${seed})`,
  () => {
    const few = fc.array(steps, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(starts, fc.array(few, { minLength: 4, maxLength: 6 }), (start, happening) => {
        const session = new LongSession(start);
        for (const together of happening) {
          for (const step of together) {
            session.take(step);
            session.look();
          }
          expect(session.kept()).toEqual(session.fresh());
        }
        expect(session.faults).toEqual([]);
      }),
      { seed, numRuns },
    );
  },
  Infinity,
);

test.each([1, 2, 3])('what happens to a document, session %d', (number) => {
  const some = fc.tuple(starts, fc.array(steps, { minLength: 8, maxLength: 8 }));
  const [[start, happening]] = fc.sample(some, { seed: number, numRuns: 1 }) as [[Start, Step[]]];
  const session = new LongSession(start);
  for (const step of happening) {
    session.take(step);
    session.look();
    expect(session.kept()).toEqual(session.fresh());
  }
  expect(session.faults).toEqual([]);
});

/** What once was different. */
const COUNTER_EXAMPLES: Readonly<Record<string, { start: Start; happening: readonly Step[] }>> = {
  'a day that was to come has come': {
    start: {
      text: '# Parcels - Technical Specification\n\n**Date:** 2025-11-19\n',
      schema: BUILTINS.find(({ id }) => id === 'system'),
    },
    happening: [
      { kind: 'today', today: '2024-02-29' },
      { kind: 'today', today: '2026-06-15' },
    ],
  },
};

test.each(Object.entries(COUNTER_EXAMPLES))('%s', (_, { start, happening }) => {
  const session = new LongSession(start);
  for (const step of happening) {
    session.take(step);
    expect(session.kept()).toEqual(session.fresh());
  }
});
