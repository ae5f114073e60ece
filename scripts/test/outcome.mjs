// What a suite found, in one shape, whatever ran it.

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped   by name
 * @property {string} [problem]   why the suite counts as failed although no test of it did
 */

export const passed = { passed: 1, failed: 0, skipped: [] };
export const failed = { passed: 0, failed: 1, skipped: [] };

/** A suite that could not run is a failure, never a silent gap. */
export function couldNotRun(problem) {
  return { ...failed, problem };
}

/** Neither is a suite without tests, or a runner that failed beside its tests. */
export function checked(outcome, exitCode) {
  const { passed: good, failed: bad, skipped } = outcome;
  if (good + bad + skipped.length === 0) return couldNotRun('It has no tests.');
  if (exitCode !== 0 && bad === 0) {
    return {
      ...outcome,
      failed: 1,
      problem: `No test failed, but the runner ended with exit code ${exitCode}.`,
    };
  }
  return outcome;
}
