import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUILTINS, checkText, schemaOf } from '../support/check-text';
import { corpora, readShared, ROOT } from '../support/shared';

const MARKDOWN = /\.(?:md|markdown)$/iu;
/** How much of a file is read as it stands: reading all 4 MB would take longer than all other tests together. */
const WHOLE = 6_000;
const OUTLINE = /^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3}|---|===).*$/gmu;

/** The beginning of a text, and of what follows it the lines that make its outline. */
function shortened(text: string): string {
  return [text.slice(0, WHOLE), ...(text.slice(WHOLE).match(OUTLINE) ?? [])].join('\n\n');
}

test(`no Markdown under node_modules is taken for a spec (past ${WHOLE / 1000} KB only its headings)`, () => {
  const folder = path.join(ROOT, 'node_modules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    MARKDOWN.test(file),
  );
  const own = corpora.map((corpus) => schemaOf(readShared('corpus', corpus, 'template.md'), corpus));
  const taken: string[] = [];
  for (const file of files) {
    const text = shortened(readFileSync(path.join(folder, file), 'utf8'));
    const { document, problems } = checkText(text, { schemas: [...BUILTINS, ...own], path: file });
    if (document.spec || problems.length > 0) taken.push(`${file}: ${document.spec?.schema.id}`);
  }
  console.log(`${files.length} Markdown files under node_modules read, ${taken.length} taken for a spec`);
  expect(files.length).toBeGreaterThan(100);
  expect(taken).toEqual([]);
}, 180_000);
