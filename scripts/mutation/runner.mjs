// How Stryker runs the tests: those of the bundle, one after another, in a process that keeps the modules loaded. A mutant
// so costs milliseconds, where Vitest loads the modules anew for each and takes seconds. Stryker's runner for Mocha would do
// the same, but not with the Mocha that the end-to-end tests use.
import { createRequire } from 'node:module';
import path from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { BUNDLE } from './paths.mjs';

const require = createRequire(import.meta.url);

/** One mutant in so many is tried, so that there are figures in minutes; which one, the second number says, from 0. */
const SAMPLE = Number(process.env.MUTATION_SAMPLE ?? 1);
const RESIDUE = Number(process.env.MUTATION_RESIDUE ?? 0);

/**
 * How much time of the processor a mutant gets, in milliseconds. One that lives through that has survived; the tests that
 * come later kill few more, and where a thousand reach a mutant would take half a minute.
 */
const BUDGET = 2000;

class UnitTestRunner {
  // What Stryker's code in the mutated modules reads and writes.
  mutation = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  tests;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ disableBail }) {
    this.load();
    const tests = await this.run(this.tests, disableBail);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.mutation.mutantCoverage };
  }

  async mutantRun({ activeMutant, disableBail, hitLimit, testFilter }) {
    if (Number(activeMutant.id) % SAMPLE !== RESIDUE) {
      return { status: MutantRunStatus.Error, errorMessage: 'Not in the sample.' };
    }
    const { mutation } = this;
    // Stryker allows for a hundred times the work of all tests together, which takes minutes.
    if (hitLimit !== undefined) Object.assign(mutation, { hitLimit: hitLimit / 20, hitCount: 0 });
    mutation.activeMutant = undefined;
    try {
      // Stryker asks for a reload where a mutant is also reached while modules load. With `ignoreStatic` none is active then,
      // so that the modules are the same after it, and a reload is three seconds for nothing.
      if (!this.tests) this.load();
      mutation.activeMutant = activeMutant.id;
      const tests = judgesOf(activeMutant, this.tests, testFilter);
      const results = await this.run(tests, disableBail, BUDGET);
      const endless = determineHitLimitReached(mutation.hitCount, mutation.hitLimit);
      return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests: results });
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error?.stack ?? error) });
    }
  }

  /** Loads the tests, and the modules that they test, as if for the first time. */
  load() {
    const file = path.resolve(BUNDLE);
    delete require.cache[file];
    this.tests = require(file).tests;
  }

  /** Runs tests up to the first that fails, or all that fit in a time of the processor, in milliseconds. */
  async run(tests, disableBail, budget = Infinity) {
    const results = [];
    const cpu = process.cpuUsage();
    for (const { name, body } of tests) {
      if (process.cpuUsage(cpu).user / 1000 > budget) break;
      this.mutation.currentTestId = name;
      const began = performance.now();
      const failure = await failureOf(body);
      const timeSpentMs = performance.now() - began;
      const status = failure === undefined ? TestStatus.Success : TestStatus.Failed;
      results.push({ id: name, name, timeSpentMs, status, failureMessage: failure });
      if (failure !== undefined && !disableBail) break;
    }
    this.mutation.currentTestId = undefined;
    return results;
  }
}

/** Files that keep results between runs, and the tests that count the work or compare with results made anew. */
const KEEPING = /(?:findings|checker|asked-workspace|active-rules|open-points)\.ts$/u;
const ABOUT_KEEPING = /^(?:the work|what happens to)/u;

/**
 * The tests that reach a mutant, those first that are likely to fail: the fixture of the rule; for templates, and for what most
 * tests reach, the tests about that very thing, which the bundle starts with; else the fixtures of the rules. Where results
 * are kept, each second one is about that.
 */
function judgesOf({ fileName }, tests, testFilter) {
  if (!testFilter) return tests;
  const reached = new Set(testFilter);
  const own = `${path.basename(fileName, '.ts')} `;
  const isTemplate = path.basename(path.dirname(fileName)) === 'template';
  const isWide = isTemplate || reached.size > tests.length / 3;
  const rank = ({ name }) =>
    name.startsWith(own) ? 0 : !isWide && /(?:Reported|Accepted): /u.test(name) ? 1 : 2;
  const judges = tests.filter(({ name }) => reached.has(name)).sort((a, b) => rank(a) - rank(b));
  if (!KEEPING.test(fileName)) return judges;
  const about = judges.filter(({ name }) => ABOUT_KEEPING.test(name));
  const others = judges.filter(({ name }) => !ABOUT_KEEPING.test(name));
  return others.flatMap((judge, i) => (i < about.length ? [judge, about[i]] : [judge]));
}

async function failureOf(body) {
  try {
    await body();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** What Stryker loads. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'unit', UnitTestRunner)];
