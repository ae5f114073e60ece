import { readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { specPreview } from '../../client/src/preview/spec-preview';
import type { PreviewWords } from '../../client/src/preview/summary';
import { previewOf } from '../../server/src/features/preview';
import type { SpecPreview } from '../../server/src/protocol';
import { withEol } from '../../server/src/text/line';
import { BUILTINS, checkText, schemaOf } from '../support/check-text';
import { generateSpec } from '../support/generate-spec';

const words: PreviewWords = {
  summary: 'Specification',
  placeholder: 'Not filled in yet',
  status: ({ status, phase }) => status ?? phase ?? '',
  progress: ({ complete, total }) => `${complete} of ${total} complete`,
};

/** What the server says of a text. */
function previewIn(text: string, template?: string): SpecPreview | undefined {
  const { document } = checkText(text, template === undefined ? {} : { schema: schemaOf(template) });
  if (!document.spec) return undefined;
  const { status, phase, placeholders } = previewOf(document.spec, document.lines);
  return { status, phase, placeholders: [...placeholders], progress: { complete: 2, total: 7 } };
}

/** As VS Code renders: the tokens are made first and kept, the document is named only when they are rendered. */
function render(text: string, preview: SpecPreview | undefined, md = new MarkdownIt({ html: true })): string {
  specPreview(md, (uri) => (uri === 'file:///spec.md' ? preview : undefined), words);
  const tokens = md.parse(text, {});
  const env = { currentDocument: { toString: () => 'file:///spec.md' } };
  const html = md.renderer.render(tokens, md.options, env);
  expect(md.renderer.render(tokens, md.options, env)).toBe(html);
  expect(md.renderer.render(tokens, md.options, {})).toBe(plain(text, md.options.html));
  return html;
}

const plain = (text: string, html = true) => new MarkdownIt({ html }).render(text);

/** What is marked, each with `|` where one mark ends and the next begins. */
const marksIn = (html: string) =>
  [...html.matchAll(/<mark class="specwright-placeholder"[^>]*>([^]*?)<\/mark>/gu)].map(([, text]) => text!);

const withoutOurs = (html: string) =>
  html.replace(/<div class="specwright-summary"[^]*?<\/div>\n/u, '').replace(/<\/?mark[^>]*>/gu, '');

const TEMPLATE = `# [Name] - Plan

**Status:** [Draft | Approved]
**Owner:** [Name]

## Goals

[What it is for]

- [Goal]

## Work

| Task | Owner | State |
|---|---|---|
| [Task] | [Name] | [Open \\| Done] |

## Notes

> [A remark]

1. [ ] [Step]
`;

/** A document, what is marked in it, and why. */
const marked: [name: string, document: string, marks: string[]][] = [
  [
    'a title and metadata',
    '# [Name] - Plan\n\n**Status:** [Draft | Approved]\n**Owner:** [Name]\n',
    ['[Name]', '[Draft | Approved]', '[Name]'],
  ],
  ['nothing that is filled in', '# P - Plan\n\n**Status:** Draft\n**Owner:** Ada\n\n## Goals\n\nFast.\n', []],
  ['no bracket in prose', '## Goals\n\nIt reads [Name] and a[i], [x] and [1] (see [RFC]).\n', []],
  ['a paragraph', '## Goals\n\n[What it is for]\n', ['[What it is for]']],
  ['any answer in the place', '## Goals\n\n[Your words here]\n', ['[Your words here]']],
  ['items of a list', '## Goals\n\n- [Goal]\n- Done\n- [Goal]\n', ['[Goal]', '[Goal]']],
  [
    'cells',
    '## Work\n\n| Task | Owner | State |\n|---|---|---|\n| [Task] | [Name] | [Open \\| Done] |\n',
    ['[Task]', '[Name]', '[Open | Done]'],
  ],
  [
    'one of two alike in a row',
    '## Work\n\n| Task | Owner | State |\n|---|---|---|\n| See [Name](x) | [Name] | Open |\n',
    ['[Name]'],
  ],
  ['over two lines', '## Goals\n\n[What\nit is for]\n', ['[What\nit is for]']],
  ['over two lines of a quote', '## Notes\n\n> [A\n> remark]\n', ['[A\nremark]']],
  ['with a lazy line', '## Notes\n\n> [A\nremark]\n', ['[A\nremark]']],
  ['emphasis inside', '## Goals\n\n[What **it** is for]\n', ['[What <strong>it</strong> is for]']],
  ['emphasis around', '## Goals\n\n**[What it is for]**\n', ['[What it is for]']],
  ['emphasis across', '## Goals\n\n[What it *is for]*\n', ['[What it ', 'is for]']],
  ['code inside', '## Goals\n\n[What `it` is for]\n', ['[What <code>it</code> is for]']],
  ['escapes before it', '## Goals\n\n\\[Goal\\] &amp; \\* [What it is for]\n', ['[What it is for]']],
  ['no escaped one', '## Goals\n\n\\[What it is for\\]\n', []],
  ['entities inside', '## Goals\n\n[What it is &amp; for]\n', ['[What it is &amp; for]']],
  ['no link', '## Goals\n\n[What it is for](https://x.y)\n', []],
  ['no shortcut reference', '## Goals\n\n[What it is for]\n\n[What it is for]: https://x.y\n', []],
  [
    'behind links of all kinds',
    '## Goals\n\n[a](<b c> "d") [e][f] [f] <https://g.h> ![i](j) ![k][f] [What it is for]\n\n[f]: /x\n',
    ['[What it is for]'],
  ],
  ['behind HTML', '## Goals\n\n<b title="[What it is for]">x</b> [What it is for]\n', ['[What it is for]']],
  ['no code', '## Goals\n\n`[What it is for]`\n\n    [What it is for]\n\n```\n[What it is for]\n```\n', []],
  ['a setext heading', '[Name] - Plan\n===\n', ['[Name]']],
  ['CJK and astral letters', '## Goals\n\n目標😀 [What it is for] 😀\n', ['[What it is for]']],
  ['no final newline', '## Goals\n\n[What it is for]', ['[What it is for]']],
  ['nothing in no text', '', []],
];

describe('what is marked', () => {
  for (const [name, document, marks] of marked) {
    test.each(['\n', '\r\n'])(`${name} %j`, (eol) => {
      const text = withEol(document, eol);
      const html = render(text, previewIn(text, TEMPLATE));
      expect(marksIn(html)).toEqual(marks);
      expect(withoutOurs(html)).toBe(plain(text));
    });
  }
});

test('the line above says the status and the progress', () => {
  const text = '# P - Plan\n\n**Status:** Approved (2.1)\n';
  expect(render(text, previewIn(text, TEMPLATE)).split('\n')[0]).toBe(
    '<div class="specwright-summary" role="group" aria-label="Specification"><span class="specwright-status specwright-status-approved">Approved</span><progress class="specwright-progress" max="7" value="2" aria-label="2 of 7 complete"></progress><span class="specwright-count">2 of 7 complete</span></div>',
  );
});

test('what a hostile document says is text', () => {
  const template = TEMPLATE.replace('[Draft | Approved]', '[Status]');
  const text =
    '# P - Plan\n\n**Status:** "><script>alert(1)</script>\n\n## Goals\n\n[<img src=x onerror=alert(1)>]\n';
  const preview = previewIn(text, template)!;
  const html = render(text, preview, new MarkdownIt({ html: false }));
  const [line, ...body] = html.split('\n');
  expect(line).not.toMatch(/<script|"">/u);
  expect(line).toContain('&quot;&gt;&lt;script&gt;');
  expect(body.join('\n')).not.toMatch(/<(?:script|img)/u);
  const evil = '"><script>alert(1)</script>';
  const marked: SpecPreview = {
    ...preview,
    phase: 'draft',
    status: evil,
    placeholders: [{ line: 0, character: 0, text: evil, nth: 0, of: 1 }],
  };
  const md = new MarkdownIt({ html: false });
  specPreview(md, () => marked, { ...words, placeholder: evil, summary: evil, progress: () => evil });
  expect(md.render(evil, { currentDocument: 'file:///spec.md' })).not.toMatch(/<script/u);
});

test('a long status is cut', () => {
  const preview: SpecPreview = {
    status: 'word '.repeat(30),
    phase: 'draft',
    progress: { complete: 0, total: 0 },
    placeholders: [],
  };
  expect(/status-draft">([^<]*)</u.exec(render('x', preview))?.[1]).toBe(`${'word '.repeat(8).trimEnd()}…`);
});

test('a spec whose template knows no status has none above it', () => {
  const template = TEMPLATE.replace('**Status:** [Draft | Approved]\n', '');
  const html = render('# P - Plan\n', previewIn('# P - Plan\n', template));
  expect(html).toContain('specwright-progress');
  expect(html).not.toContain('specwright-status');
});

test('a document that is no spec is rendered byte for byte as without us', () => {
  const folder = path.resolve(import.meta.dirname, '../..');
  for (const file of ['README.md', 'ARCHITECTURE.md', 'docs/rules/README.md', 'templates/system.md']) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    expect(render(text, undefined)).toBe(plain(text));
  }
});

test('what is said of another version marks nothing that is not the same there', () => {
  const text = '## Goals\n\n[What it is for]\n';
  const preview = previewIn(text, TEMPLATE)!;
  for (const other of [
    '',
    '## Goals\n\n[x]\n',
    '## Goals\n\n[What it is for] [What it is for]\n',
    `\n${text}`,
  ])
    expect(marksIn(render(other, preview))).toEqual([]);
});

test('what other plugins make of the text hides no more than they change', () => {
  const text = '## Goals\n\n- [ ] See :x: [Goal]\n- a -- b [Goal]\n- https://x.y/a%20b is [Goal]\n';
  const md = new MarkdownIt({ html: true, linkify: true, typographer: true });
  md.core.ruler.push('other', (state) => {
    for (const inline of state.tokens.filter(({ children }) => children)) {
      inline.children = inline.children!.flatMap((token) => {
        const [before, after] = token.type === 'text' ? token.content.split(':x:') : [];
        if (after === undefined) return [token];
        const piece = (type: string, content: string) =>
          Object.assign(new state.Token(type, '', 0), { content });
        return [piece('text', before!), piece('emoji', 'X'), piece('text', after)];
      });
    }
  });
  md.renderer.rules['emoji'] = () => '<i>X</i>';
  specPreview(md, () => previewIn(text, TEMPLATE), words);
  const html = md.render(text, { currentDocument: 'file:///spec.md' });
  expect(html).toContain('<i>X</i> <mark');
  expect(marksIn(html)).toHaveLength(2);
});

test('every placeholder of the built-in templates that is shown is marked, and nothing else', () => {
  for (const { starter } of BUILTINS) {
    const preview = previewIn(starter)!;
    const html = render(starter, preview);
    expect(withoutOurs(html)).toBe(plain(starter));
    const shown = preview.placeholders.filter(
      ({ text }) => !text.startsWith('<') && !isInCode(starter, text),
    );
    expect(marksIn(html).length).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(20);
  }
});

const isInCode = (text: string, part: string) => text.includes(`\`${part}\``);

test('a long document is marked to its end', () => {
  const { starter } = BUILTINS.find(({ id }) => id === 'system')!;
  const end = '\n## Risks and Mitigations\n';
  const text = generateSpec(5000).split(end)[0]! + end + starter.split(end)[1]!;
  const preview = previewIn(text)!;
  const html = render(text, preview);
  expect(withoutOurs(html)).toBe(plain(text));
  expect(marksIn(html)).toHaveLength(preview.placeholders.length);
  expect(html.lastIndexOf('<mark')).toBeGreaterThan(html.length - 2000);
});
