import { readFile } from 'node:fs/promises';
import { defineConfig, type Plugin } from 'vitest/config';

/** `import text from './file.md'` gives the text of the file, as the bundler's text loader does. */
const markdownAsText: Plugin = {
  name: 'markdown-as-text',
  enforce: 'pre',
  async load(id) {
    const [file = ''] = id.split('?');
    return file.endsWith('.md') ? `export default ${JSON.stringify(await readFile(file, 'utf8'))};` : null;
  },
};

export default defineConfig({
  plugins: [markdownAsText],
  test: {
    include: ['test/**/*.test.ts'],
    // The package is made by `npm test -- --only package`, which names it.
    exclude: ['test/e2e/**', ...(process.env['SPECWRIGHT_VSIX'] ? [] : ['test/package/**'])],
    reporters: ['default'],
    // No test changes a global, and reading the modules anew for each file took as long as the tests themselves.
    isolate: false,
    // No test is about time, and the machines that run them differ.
    testTimeout: 60_000,
  },
});
