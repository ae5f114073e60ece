// Mutation testing of the rules and of the templates: `npm run mutation`, for some files
// `npm run mutation -- --mutate 'server/src/template/*.ts'`. `MUTATION_SAMPLE=8 npm run mutation` tries
// one mutant in eight. docs/mutation.md has the figures.
import { FOLDER } from './paths.mjs';

// The tests about one thing come first, then those that reach everything: a mutant is done with at the first test that
// fails. The fuzz of fix-all (test/features/fix-all.test.ts) and of repair take seconds each, and are left out.
const judges = [
  // Each of the others compiles a template too. The laws take longer.
  'test/template/slot-facts.test.ts',
  'test/template/compile.test.ts',
  'test/template/[!l]*.test.ts',
  'test/workspace/choose-template.test.ts',
  'test/rules/{checker,insert-field,json-fault,small-readers,suppressions}.test.ts',
  'test/features/{actions,outline,template-problems,wrapper}.test.ts',
  'test/rules/rules.test.ts',
  'test/template/laws.test.ts',
  'test/features/{work,incremental-problems}.test.ts',
  'test/workspace/workspace-index.test.ts',
  'test/rules/*.test.ts',
];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    'server/src/{rules,template}/**/*.ts',
    '!**/*.generated.ts',
    '!server/src/rules/engine/settings.ts',
  ],
  // Messages are for people, who read them: no test says them again.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorers: ['words'],
  testRunner: 'unit',
  plugins: ['./scripts/mutation/runner.mjs', './scripts/mutation/words.mjs'],
  buildCommand: `node scripts/mutation/bundle.mjs ${judges.join(' ')}`,
  coverageAnalysis: 'perTest',
  // What is evaluated once, when its module is loaded, would need a new process for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  // A mutant that loops forever costs this much, and a new process. The factor is for all the tests that reach the mutant,
  // of which the runner runs no more than fit in its budget.
  timeoutMS: 2000,
  timeoutFactor: 0.3,
  // esbuild reads no types, and Stryker is not to rewrite the projects' settings.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  ignorePatterns: ['.cache', '.run', 'dist', 'docs', 'client', 'test/e2e', FOLDER],
  tempDirName: `${FOLDER}/copies`,
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: `${FOLDER}/report.json` },
  htmlReporter: { fileName: `${FOLDER}/report.html` },
};
