import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

const templates = '.specwright/templates';

test.concurrent(
  'new writes a spec with the date and the author filled in, and never over another',
  async () => {
    const { path: cwd } = workspaceFolder();
    const written = await run(['new', 'system', 'a.md', '--author', 'Ada $& Byron'], { cwd });
    expect(written).toEqual({ code: 0, out: 'Wrote a.md from the template "system".\n', err: '' });
    const text = readFileSync(join(cwd, 'a.md'), 'utf8');
    expect(text).toMatch(/^# \[System\/Feature Name\] - Technical Specification$/mu);
    expect(text).toContain('**Author:** Ada $& Byron  \n');
    expect(text).toMatch(/\*\*Date:\*\* \d{4}-\d\d-\d\d {2}\n/u);
    expect(text).not.toContain('specwright:');
    const again = await run(['new', 'service', 'a.md'], { cwd });
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toBe('a.md is there already and was left as it is. Choose another name.\n');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text);
    const { report } = await check(['a.md'], { cwd });
    expect(report.files[0]!.template!.id).toBe('system');
    expect(new Set(report.files[0]!.problems.map(({ rule }) => rule))).toEqual(
      new Set(['placeholder', 'title-placeholder', 'status-unresolved', 'boilerplate-left']),
    );
  },
);

test.concurrent('new prints where no file is named', async () => {
  const { path: cwd } = workspaceFolder({ [`${templates}/decision.md`]: decisionTemplate });
  expect(await run(['new', 'decision'], { cwd })).toEqual({ code: 0, out: decisionTemplate, err: '' });
  expect((await run(['new', `${templates}/decision.md`], { cwd })).out).toBe(decisionTemplate);
  expect((await run(['new', 'decision', '--title', 'Which queue?'], { cwd })).out).toBe(
    decisionTemplate.replace('[Decision]', 'Which queue?'),
  );
});

test.concurrent('new says what it cannot do', async () => {
  const { path: cwd } = workspaceFolder();
  const unknown = await run(['new', 'nope', 'a.md'], { cwd });
  expect([unknown.code, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toContain('There is no template "nope". There are: system, ');
  const nowhere = await run(['new', 'system', 'no/such/folder/a.md'], { cwd });
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toContain('no/such/folder/a.md cannot be written: ');
  expect(() => statSync(join(cwd, 'a.md'))).toThrow();
});

test.concurrent('templates are listed with their sections', async () => {
  const { path: cwd, uriOf } = workspaceFolder({ [`${templates}/decision.md`]: decisionTemplate });
  const { code, out, err } = await run(['templates'], { cwd });
  expect([code, err]).toEqual([0, '']);
  const list = JSON.parse(out) as { id: string; sections: object[] }[];
  expect(list.map(({ id }) => id)).toEqual(expect.arrayContaining(['decision', 'system', 'service']));
  expect(list[0]).toEqual({
    id: 'decision',
    name: expect.any(String) as string,
    source: uriOf(`${templates}/decision.md`),
    sections: ['Question', 'Options', 'Verdict', 'Consequences'].map((title) => ({
      title,
      level: 2,
      required: true,
      repeat: false,
    })),
  });
  for (const template of list) {
    expect(Object.keys(template)).toEqual(['id', 'name', 'source', 'sections']);
    for (const section of template.sections)
      expect(section).toEqual({
        title: expect.any(String) as string,
        level: expect.any(Number) as number,
        required: expect.any(Boolean) as boolean,
        repeat: expect.any(Boolean) as boolean,
      });
  }
});

test.concurrent('an outline shows what is there, in what state, and what is missing', async () => {
  const { path: cwd } = workspaceFolder({
    'a.md': decision.replace('Two.', ''),
    [`${templates}/d.md`]: decisionTemplate,
  });
  const text = await run(['outline', 'a.md'], { cwd });
  expect([text.code, text.err]).toEqual([0, '']);
  expect(text.out).toBe(`a.md  (d)
    1  ✓ Queue - Decision Record
       ✓   Metadata
    5  ✓   Question
    9  ○   Options  empty
       ✗   Verdict  missing
   13  ✓   Consequences
`);
  const json = await run(['outline', 'a.md', '--format', 'json'], { cwd });
  const outline = JSON.parse(json.out) as { path: string; template: object; sections: object[] };
  expect(outline).toMatchObject({ path: 'a.md', template: { id: 'd' } });
  expect(outline.sections[4]).toEqual({
    kind: 'section',
    title: 'Verdict',
    level: 2,
    line: null,
    slot: 'Verdict',
    state: 'missing',
    placeholders: 0,
  });
});

test.concurrent('an outline of what is no spec needs a template', async () => {
  const { path: cwd } = workspaceFolder({ 'README.md': '# Hello\n', 'a.md': finished, 'b.md': draft });
  const none = await run(['outline', 'README.md'], { cwd });
  expect([none.code, none.out]).toEqual([2, '']);
  expect(none.err).toBe('README.md follows no template that is known. Name one with --template.\n');
  expect((await run(['outline', 'README.md', '--template', 'system'], { cwd })).out).toContain('✗');
  expect((await run(['outline', 'a.md'], { cwd })).out).not.toMatch(/[✗○…◦]/u);
  expect((await run(['outline', 'gone.md'], { cwd })).err).toMatch(
    /^There is no file .*gone\.md\. Check the path\.\n$/u,
  );
});
