import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyIncremental } from '../../../server/src/syntax/verify';
import { lostWords, newProblems, strayLineEndings, unusableEdits } from '../../support/trial-laws';
import { chosen, DOCUMENTS, Trial, type Choice } from '../../support/trials';

const seed = Number(process.env.SPECWRIGHT_FUZZ_SEED ?? 20_261_121);
/** Documents; to each one to three things are done. */
const numRuns = Number(process.env.SPECWRIGHT_FUZZ_RUNS ?? 570);
/** To read a whole document afresh takes as long as all else together, and other tests do it for every sort of edit. */
const VERIFY_ONE_OF = 4;
const leastTrials = Math.min(1000, numRuns);

const part = fc.integer({ min: 0, max: 9999 });
const choices: fc.Arbitrary<Choice> = fc.record({
  isFix: fc.boolean(),
  place: part,
  selected: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4000 })),
  isAskedFor: fc.boolean(),
  kind: part,
  which: part,
});
const names = fc.constantFrom(...DOCUMENTS.keys());

/** Does one thing after another; each must leave a document that is sound. */
function run(name: string, list: readonly Choice[]): string[] {
  const started = Trial.start(name);
  if (!started) return [];
  const { trial } = started;
  let { moment } = started;
  const done: string[] = [];
  for (const choice of list) {
    const deed = chosen(moment, choice);
    if (!deed || deed.edits.length === 0) continue;
    done.push(`${deed.kind}: ${deed.title}`);
    const told = done.join('\n');
    expect(unusableEdits(moment, deed), `edits\n${told}`).toEqual([]);
    const after = trial.after(moment, deed.edits);
    expect(after, `no spec\n${told}`).toBeDefined();
    expect(newProblems(moment, after!, deed), `new problems\n${told}`).toEqual([]);
    expect(lostWords(moment, after!, deed), `lost words\n${told}`).toEqual([]);
    expect(strayLineEndings(moment, after!), `line endings\n${told}`).toEqual([]);
    moment = after!;
  }
  if (list[0]!.which % VERIFY_ONE_OF === 0)
    expect(verifyIncremental(moment.spec.model.tree), done.join('\n')).toBeUndefined();
  return done;
}

test(
  `a random action on a random document leaves it sound (SPECWRIGHT_FUZZ_SEED=${seed})`,
  () => {
    let trials = 0;
    fc.assert(
      fc.property(names, fc.array(choices, { minLength: 2, maxLength: 3 }), (name, list) => {
        trials += run(name, list).length;
      }),
      { seed, numRuns },
    );
    expect(trials).toBeGreaterThanOrEqual(leastTrials);
  },
  Infinity,
);
