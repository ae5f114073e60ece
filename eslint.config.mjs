import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirections } from './scripts/lint/import-directions.mjs';

const nodeGlobals = ['process', 'Buffer', 'global', '__dirname', '__filename', 'require'];

export default defineConfig(
  globalIgnores([
    'dist/',
    '.cache/',
    '.run/',
    '.mutation/',
    'coverage/',
    'test/fixtures/',
    '**/*.generated.ts',
    '**/*.d.mts',
  ]),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: 'error', 'no-var': 'error' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'fetch',
          'process',
          'setInterval',
          'clearInterval',
          'setTimeout',
          'clearTimeout',
          'performance',
        ]
          .concat(['Buffer', 'URL', 'URLSearchParams', 'TextDecoder', 'TextEncoder'])
          .map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'prefer-const': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      // Functions are taken out of objects here, and none of ours uses `this` unseen.
      '@typescript-eslint/unbound-method': 'off',
      // A promise nobody waits for is written `void`.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
    },
  },
  {
    // The core has no host: it can run in a Node process, in a web worker, or in another program.
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/{node,cli}/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...nodeGlobals],
      // It would pass by the import directions, and a worker's bundle cannot load a part later.
      'no-restricted-syntax': ['error', 'ImportExpression'],
    },
  },
  {
    // A table of `test(...)` calls needs no types on its boundaries.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  ...importDirections,
);
