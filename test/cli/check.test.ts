import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, version } from '../../package.json';
import {
  decision,
  decisionTemplate,
  draft,
  finished,
  startsProcesses,
  workspaceFolder,
} from '../lsp/fixtures';
import { check, run } from './run';

startsProcesses();

const notUtf8 = new Uint8Array([0x23, 0x20, 0xe4, 0x0a]);
const templates = '.specwright/templates';

describe.concurrent('the report', () => {
  test('as JSON has the shape that pipelines rely on', async () => {
    const { path } = workspaceFolder({ 'a.md': `\uFEFF${draft.replace('| [Technical', '| 😀 [Technical')}` });
    const { code, err, report, out } = await check(['a.md'], { cwd: path });
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(report)).toEqual(['version', 'files', 'summary']);
    expect(report.version).toBe(1);
    const [file] = report.files;
    expect(file!.path).toBe('a.md');
    expect(file!.template).toEqual({ id: 'system', confidence: expect.any(Number) as number });
    expect(file!.problems.find(({ rule }) => rule === 'status-invalid')).toEqual({
      rule: 'status-invalid',
      severity: 'warning',
      message: expect.stringContaining('"WIP"') as string,
      line: 6,
      column: 13,
      endLine: 6,
      endColumn: 16,
      fixable: true,
      slot: null,
      related: [],
      url: `${repository.url.replace(/\.git$/u, '')}/blob/main/docs/rules/status-invalid.md`,
    });
    const afterEmoji = file!.problems.find(({ message }) => message.includes('Technical risk 2'));
    expect(afterEmoji).toMatchObject({ line: 116, column: 6, endColumn: 24, slot: 'Risks and Mitigations' });
    const counted = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const { severity } of file!.problems) counted[severity] += 1;
    expect(report.summary).toEqual({ files: 1, ...counted });
    expect(out.endsWith('}\n')).toBe(true);
  });

  test('as text is for people', async () => {
    const { path } = workspaceFolder({ 'a.md': draft, 'b.md': finished, 'README.md': '# Hello\n' });
    const { code, out, err } = await run(['check'], { cwd: path });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('a.md  (system)\n');
    expect(out).toMatch(/^ {2}6:13 +warning {2}"WIP" is no status .* {2}status-invalid$/mu);
    expect(out).not.toContain('b.md');
    expect(out).not.toContain('README');
    expect(out).toMatch(/\n3 files, 2 of them specs: 0 error, \d+ warning, \d+ info, \d+ hint\n$/u);
  });

  test('names the other places that a problem is about', async () => {
    const unused = finished.replace(
      /^## Background$/mu,
      '<!-- specwright-disable placeholder -->\n\n## Background\n\n<!-- specwright-enable -->',
    );
    const { path } = workspaceFolder({ 'a.md': unused });
    const { report } = await check(['a.md'], { cwd: path });
    const [problem] = report.files[0]!.problems;
    const line = problem!.line + 4;
    const place = { line, column: 1, endLine: line, endColumn: 27 };
    expect(problem!.related).toEqual([{ message: 'It ends here.', ...place }]);
    const { out } = await run(['check', 'a.md'], { cwd: path });
    expect(out).toMatch(new RegExp(`  unused-suppression\\n    ${line}:1 +It ends here\\.\\n\\n`, 'u'));
  });

  test('is complete however long it is and however slowly it is read', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.md`, draft]));
    const { path } = workspaceFolder(files);
    const { report, out } = await check(['.'], { cwd: path });
    expect(report.files).toHaveLength(40);
    expect(out.length).toBeGreaterThan(200_000);
  });

  test('may be cut off by its reader', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.md`, draft]));
    const { path } = workspaceFolder(files);
    const { err } = await run(['check', '--format', 'json', '.'], { cwd: path, closeEarly: true });
    expect(err).toBe('');
  });
});

describe.concurrent('the exit code', () => {
  test('follows --fail-on', async () => {
    const { path } = workspaceFolder({ 'draft.md': draft, 'approved.md': draft.replace('WIP', 'Approved') });
    const code = async (...args: string[]) => (await run(['check', ...args], { cwd: path })).code;
    expect(await code('draft.md')).toBe(0);
    expect(await code('draft.md', '--fail-on', 'warning')).toBe(1);
    expect(await code('approved.md')).toBe(1);
    expect(await code('draft.md', 'approved.md', '--fail-on=error')).toBe(1);
  });

  test('is 0 for hints only as long as they are not asked for', async () => {
    const { path } = workspaceFolder({
      'a.md': finished.replace(/(### Non-Goals\n)[\s\S]*?(?=^#)/mu, '$1\n'),
    });
    const { report } = await check(['a.md'], { cwd: path });
    expect(report.summary.error + report.summary.warning).toBe(
      report.files[0]!.problems.length - report.summary.hint - report.summary.info,
    );
    expect((await run(['check', 'a.md', '--fail-on', 'hint'], { cwd: path })).code).toBe(1);
  });
});

describe.concurrent('what is checked', () => {
  const files = {
    'a.md': '# A\n',
    'b.markdown': '# B\n',
    'c.MD': '# C\n',
    'd.txt': '# D\n',
    'deep/er/e.md': '# E\n',
    'node_modules/pkg/f.md': '# F\n',
    'deep/node_modules/g.md': '# G\n',
    '.git/h.md': '# H\n',
    '.hidden/i.md': '# I\n',
    '[x]/j.md': '# J\n',
  };

  test.each<[string, string[], string[]]>([
    [
      'a folder, and all in it but packages',
      ['.'],
      ['.hidden/i.md', '[x]/j.md', 'a.md', 'b.markdown', 'c.MD', 'deep/er/e.md'],
    ],
    ['several, each once', ['deep', 'a.md', 'a.md', 'd.txt'], ['a.md', 'd.txt', 'deep/er/e.md']],
    ['a glob', ['**/*.md'], ['[x]/j.md', 'a.md', 'deep/er/e.md']],
    ['a glob that matches other files too', ['deep/**', '*'], ['a.md', 'b.markdown', 'c.MD', 'deep/er/e.md']],
    [
      'a name with the marks of a glob, and a package if asked for',
      ['[x]/j.md', '[x]', 'node_modules/pkg/f.md'],
      ['[x]/j.md', 'node_modules/pkg/f.md'],
    ],
  ])('%s', async (_name, args, expected) => {
    const { path } = workspaceFolder(files);
    const { report, err } = await check(args, { cwd: path });
    expect(err).toBe('');
    expect(report.files.map((file) => file.path)).toEqual(expected);
  });
});

describe.concurrent('the template', () => {
  test('may be named by its id, whatever the file looks like', async () => {
    const { path } = workspaceFolder({ 'a.md': draft });
    const { report } = await check(['a.md', '--template', 'service'], { cwd: path });
    expect(report.files[0]!.template!.id).toBe('service');
    expect(report.files[0]!.problems.some(({ rule }) => rule === 'missing-section')).toBe(true);
  });

  test('may be a file', async () => {
    const { path } = workspaceFolder({ 'a.md': decision, 'forms/d.md': decisionTemplate });
    const { report } = await check(['a.md', '-t', 'forms/d.md'], { cwd: path });
    expect(report.files[0]!.template).toMatchObject({ id: 'd' });
    expect(report.files[0]!.problems.map(({ rule, slot }) => `${rule} ${slot}`)).toEqual([
      'missing-section Verdict',
    ]);
  });

  test('of the folder is found like a built-in one', async () => {
    const { path } = workspaceFolder({ 'a.md': decision, [`${templates}/decision.md`]: decisionTemplate });
    const { report } = await check(['.'], { cwd: path });
    expect(report.files.map(({ template }) => template?.id ?? null)).toEqual([null, 'decision']);
    expect(report.summary).toMatchObject({ files: 2, info: 1 });
    const other = await check(['a.md', '--template', 'decision'], { cwd: path });
    expect(other.report.files[0]!.template!.id).toBe('decision');
  });

  test('folder may be elsewhere', async () => {
    const { path } = workspaceFolder({ 'a.md': decision, 'forms/decision.md': decisionTemplate });
    const { out } = await run(['--templates-folder', 'forms', 'check', 'a.md', '--format=json'], {
      cwd: path,
    });
    expect(out).toContain('"id":"decision"');
  });

  test.each([
    ['an id that nothing has', 'nope', 'There is no template "nope". There are: system, '],
    ['a file that is not there', './nope.md', 'There is no file'],
    ['a file that is no text', 'latin.md', 'latin.md is not UTF-8. Save it as UTF-8.'],
    ['a file without headings', 'plain.md', 'This template has no headings'],
  ])('that cannot be used ends the check: %s', async (_name, template, message) => {
    const { path } = workspaceFolder({ 'a.md': draft, 'latin.md': notUtf8, 'plain.md': 'Nothing.\n' });
    const { code, out, err } = await run(['check', 'a.md', '--template', template], { cwd: path });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('with mistakes is told of with their places, and used', async () => {
    const broken = `---\nspecwright:\n  id: decision\n  colour: red\n---\n\n${decisionTemplate}`;
    const { path } = workspaceFolder({ 'a.md': decision, [`${templates}/decision.md`]: broken });
    const one = await check(['a.md'], { cwd: path });
    expect(one.err).toBe(
      `${templates}/decision.md:4:3: "colour" is no template setting. There are: id, name, description, aliases, required, optional, order, minimum, version, since.\n`,
    );
    expect(one.report.files[0]!.template!.id).toBe('decision');
    expect(one.code).toBe(0);
    const all = await check(['.'], { cwd: path });
    expect([all.code, all.err]).toEqual([1, '']);
    expect(all.report.files[0]).toMatchObject({
      path: `${templates}/decision.md`,
      template: null,
      problems: [
        {
          rule: 'template-invalid',
          severity: 'error',
          line: 4,
          column: 3,
          fixable: false,
          slot: null,
          url: null,
        },
      ],
    });
    const named = await run(['check', 'a.md', '-t', `${templates}/decision.md`], { cwd: path });
    expect(named.err).toContain(`${templates}/decision.md:4:3: "colour"`);
  });

  test('that is no text is told of, and the others are used', async () => {
    const { path } = workspaceFolder({
      'a.md': decision,
      [`${templates}/decision.md`]: decisionTemplate,
      [`${templates}/latin.md`]: notUtf8,
    });
    const { code, err, report } = await check(['.'], { cwd: path });
    expect(code).toBe(2);
    expect(err).toBe(`${join(path, templates, 'latin.md')} is not UTF-8. Save it as UTF-8.\n`);
    expect(report.files.map((file) => file.path)).toEqual([`${templates}/decision.md`, 'a.md']);
    expect(report.files[1]!.template!.id).toBe('decision');
  });
});

describe.concurrent('what cannot be read stops nothing else', () => {
  test('a missing path, a pattern without a match, a file that is not UTF-8, a file in UTF-16', async () => {
    const utf16 = new Uint8Array(Buffer.from('\uFEFF# Title', 'utf16le'));
    const { path } = workspaceFolder({ 'latin.md': notUtf8, 'utf16.md': utf16, 'good.md': draft });
    const paths = ['missing.md', 'x/*.md', 'latin.md', 'utf16.md', 'good.md'];
    const { code, err, report } = await check(paths, { cwd: path });
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual([
      'There is no file missing.md. Check the path.',
      'No Markdown file matches x/*.md. Check the pattern.',
      `${join(path, 'latin.md')} is not UTF-8. Save it as UTF-8.`,
      `${join(path, 'utf16.md')} is not UTF-8. Save it as UTF-8.`,
    ]);
    expect(report.files.map((file) => file.path)).toEqual(['good.md']);
    expect(report.files[0]!.problems.length).toBeGreaterThan(10);
  });

  test('a link that leads nowhere, or around in a circle', async () => {
    const { path } = workspaceFolder({ 'good.md': draft, 'sub/x.md': draft });
    symlinkSync('nowhere.md', join(path, 'dangling.md'));
    symlinkSync('..', join(path, 'sub', 'around'));
    const { code, err, report } = await check(['.'], { cwd: path });
    expect(code).toBe(2);
    expect(err).toMatch(/dangling\.md\. Check the path\.\n$/u);
    expect(report.files.map((file) => file.path)).toEqual(['good.md', 'sub/x.md']);
  });

  const isRoot = process.getuid?.() === 0;
  const nobody = 65534;
  /** Root may read everything, so these run as nobody where the tests run as root and nobody can get at the bundle. */
  const uid = isRoot && mayReadBundle() ? nobody : undefined;

  test.skipIf(process.platform === 'win32' || (isRoot && uid === undefined))(
    'a file and a folder without rights',
    async () => {
      const { path } = workspaceFolder({ 'good.md': draft, 'locked.md': draft, 'closed/a.md': draft });
      chmodSync(path, 0o755);
      chmodSync(join(path, 'locked.md'), 0o000);
      chmodSync(join(path, 'closed'), 0o000);
      const options = { cwd: path, ...(uid === undefined ? {} : { uid }) };
      const { code, err, report } = await check(['.'], options);
      expect(code).toBe(2);
      expect(err).toContain('closed cannot be read: permission denied. Give yourself the right to read it.');
      expect(err).toContain(
        'locked.md cannot be read: permission denied. Give yourself the right to read it.',
      );
      expect(report.files.map((file) => file.path)).toEqual(['good.md']);
      chmodSync(join(path, 'good.md'), 0o444);
      const fixed = await run(['check', '--fix', 'good.md'], options);
      expect(fixed.code).toBe(2);
      expect(fixed.err).toMatch(/good\.md cannot be written: .*/u);
      mkdirSync(join(path, templates), { recursive: true });
      chmodSync(join(path, templates), 0o000);
      const without = await check(['good.md'], options);
      expect(without.err).toContain('templates cannot be read: permission denied.');
      expect(without.report.files).toHaveLength(1);
      chmodSync(join(path, 'closed'), 0o755);
      chmodSync(join(path, templates), 0o755);
    },
  );
});

test.concurrent('unusual files are checked like all others', async () => {
  const files: Record<string, readonly [text: string, template: string | null]> = {
    'empty.md': ['', null],
    'blank-lines.md': ['\n\n\r\n', null],
    'byte-order-mark-alone.md': ['\uFEFF', null],
    'front-matter-only.md': ['---\ntitle: a\n---\n', null],
    'front-matter-not-closed.md': ['---\ntitle: a\n', null],
    'broken-yaml-in-no-spec.md': ['---\na: b: c\n---\n\n# Notes\n', null],
    'nul-characters.md': ['# a\0b\n\n\0\n', null],
    'lone-cr.md': [draft.replace(/\n/gu, '\r'), 'system'],
    'replacement-character.md': [`${draft}\n\uFFFD`, 'system'],
    'one-endless-line.md': ['word '.repeat(50_000), null],
    'deep-quotes.md': [`${'>'.repeat(500)} x\n`, null],
    'many-headings.md': ['# a\n'.repeat(3000), null],
  };
  const texts = Object.entries(files).map(([name, [text]]) => [name, text] as const);
  const { path } = workspaceFolder(Object.fromEntries(texts));
  const { code, err, report } = await check(['.'], { cwd: path });
  expect([code, err]).toEqual([0, '']);
  expect(report.files).toHaveLength(texts.length);
  for (const { path: name, template, problems } of report.files) {
    expect(template?.id ?? null, name).toBe(files[name]![1]);
    expect(problems.length > 0, name).toBe(template !== null);
  }
});

describe.concurrent('--fix', () => {
  test('applies the safe fixes and nothing else, keeps line endings and mode, and ends', async () => {
    const before = `\uFEFF${draft.replace(/\n/gu, '\r\n')}`;
    const { path } = workspaceFolder({ 'a.md': before, 'b.md': 'No spec: [Name]\r\n', 'c.md': finished });
    const file = (name: string) => readFileSync(join(path, name), 'utf8');
    chmodSync(join(path, 'a.md'), 0o640);
    const untouched = statSync(join(path, 'c.md')).mtimeMs;
    const { report } = await check(['--fix', '.'], { cwd: path });
    const fixed = file('a.md');
    expect(fixed.startsWith('\uFEFF# Parcel')).toBe(true);
    expect(fixed.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
    expect(statSync(join(path, 'a.md')).mode & 0o777).toBe(0o640);
    expect(file('b.md')).toBe('No spec: [Name]\r\n');
    expect(statSync(join(path, 'c.md')).mtimeMs).toBe(untouched);
    const rules = new Set(report.files[0]!.problems.map(({ rule }) => rule));
    for (const safe of ['missing-section', 'missing-subsection', 'section-order', 'section-level'])
      expect(rules).not.toContain(safe);
    // What needs a person to choose stands as it was.
    expect(fixed).toContain('**Status:** WIP  \r\n');
    expect(fixed).toContain('| [H/M/L] | [H/M/L] |');
    // Every line of the author is still there, a level or a date apart.
    const words = (text: string) => text.split(/\r?\n/u).map((line) => line.replace(/^#+ /u, ''));
    const after = new Set(words(fixed));
    expect(words(before).filter((line) => !after.has(line))).toEqual(['**Date:** 19.11.2026  ']);
    await check(['--fix', '.'], { cwd: path });
    expect(file('a.md')).toBe(fixed);
  });

  test('takes back what does not help: nothing can be inserted behind a fence that is not closed', async () => {
    const text = `${finished.slice(0, finished.indexOf('## Security'))}\`\`\`\nnever closed\n`;
    const { path } = workspaceFolder({ 'a.md': text });
    const { report } = await check(['--fix', 'a.md'], { cwd: path });
    expect(report.files[0]!.problems.some(({ rule }) => rule === 'missing-section')).toBe(true);
    expect(readFileSync(join(path, 'a.md'), 'utf8')).toBe(text);
  });
});

test.concurrent('--version and --help', async () => {
  const { path: cwd } = workspaceFolder();
  expect(await run(['--version'], { cwd })).toEqual({ code: 0, out: `${version}\n`, err: '' });
  const help = await run(['--help'], { cwd });
  expect([help.code, help.err]).toEqual([0, '']);
  for (const command of ['check', 'new', 'templates', 'outline'])
    expect(help.out).toContain(`\n  ${command} `);
  const checkHelp = await run(['check', '--help'], { cwd });
  expect(checkHelp.code).toBe(0);
  for (const option of ['--template', '--format', '--fail-on', '--fix'])
    expect(checkHelp.out).toContain(option);
});

test.concurrent.each([
  ['no command', [], 'Usage: specwright'],
  ['an unknown command', ['chek'], "unknown command 'chek'\n(Did you mean check?)"],
  ['an unknown option', ['check', '--fromat', 'json'], "unknown option '--fromat'\n(Did you mean --format?)"],
  ['an unknown format', ['check', '--format', 'xml'], 'It must be one of: text, json.'],
  ['an unknown severity', ['check', '--fail-on', 'fatal'], 'It must be one of: error, warning, info, hint.'],
  ['a missing value', ['check', '--template'], 'argument missing'],
  ['a missing argument', ['new'], "missing required argument 'template'"],
  ['too many arguments', ['outline', 'a.md', 'b.md'], 'too many arguments'],
])('%s is a mistake in use', async (_name, args, message) => {
  const { path: cwd } = workspaceFolder();
  const { code, out, err } = await run(args, { cwd });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

function mayReadBundle(): boolean {
  const folders = [import.meta.dirname, process.execPath];
  return folders.every((folder) =>
    folder
      .split('/')
      .map((_, i, parts) => parts.slice(0, i + 1).join('/') || '/')
      .every((part) => (statSync(part).mode & 0o005) === 0o005),
  );
}
