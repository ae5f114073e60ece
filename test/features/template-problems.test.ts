import { describe, expect, test } from 'vitest';
import { templateProblems, unknownTemplate } from '../../server/src/features/template-problems';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { TemplateLibrary } from '../../server/src/workspace/template-library';
import { BUILTINS, choiceOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const TEMPLATE = '# [Name]\n\n## Goals\n\n[Why.]\n';

/** What is said of a document that names a template, each with the text that it is said of. */
function unknown(text: string): string[] {
  const document = new OpenDocument('memory:/a.md', text, choiceOf({}));
  return unknownTemplate(document, BUILTINS).map(({ code, severity, span }) => {
    return `${severity} ${code} at ${text.slice(span.start, span.end)}`;
  });
}

describe('a document that names a template', () => {
  test.each([
    ['in a comment', '# A\n\n<!-- specwright-template nosuch -->\n', '<!-- specwright-template nosuch -->'],
    ['in front matter', '---\nspecwright:\n  template: nosuch\n---\n\n# A\n', 'nosuch'],
  ])('which there is not, %s, is told so there', (_, text, place) => {
    expect(unknown(text)).toEqual([`warning template-unknown at ${place}`]);
  });

  test.each(['# A\n', '<!-- specwright-template system -->\n\n# A\n'])(
    'or none that is unknown is left alone',
    (text) => {
      expect(unknown(text)).toEqual([]);
    },
  );
});

describe('templates of several folders', () => {
  const files = {
    'memory:/a/t/rfc.md': TEMPLATE,
    'memory:/b/t/rfc.md': TEMPLATE.replace('Goals', 'Costs'),
    'memory:/b/t/x/rfc.md': TEMPLATE,
    'memory:/b/t/template.md': TEMPLATE,
  };

  async function library(): Promise<TemplateLibrary> {
    const loaded = new TemplateLibrary([], memoryHost(files));
    for (const folder of ['memory:/a/t', 'memory:/b/t']) await loaded.load(folder);
    return loaded;
  }

  test('are kept apart', async () => {
    const templates = await library();
    expect(templates.find('rfc', 'memory:/b/t')?.slots[0]?.title).toBe('Costs');
    expect(templates.find('rfc', 'memory:/a/t')?.slots[0]?.title).toBe('Goals');
    expect(templates.all('memory:/c/t')).toEqual([]);
  });

  test('clash only within one folder', async () => {
    const templates = await library();
    const clashes = Object.entries(files).map(([uri, text]) => {
      const problems = templateProblems(templates, new OpenDocument(uri, text, choiceOf({})));
      return `${uri} ${problems?.length}`;
    });
    expect(clashes).toEqual([
      'memory:/a/t/rfc.md 0',
      'memory:/b/t/rfc.md 1',
      'memory:/b/t/x/rfc.md 1',
      'memory:/b/t/template.md 0',
    ]);
  });
});
