/** The folder of everything that mutation testing writes, from the root of the project. */
export const FOLDER = '.mutation';

/** The bundle of the tests that judge mutants. */
export const BUNDLE = `${FOLDER}/tests.cjs`;
