import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Client } from '../lsp/client';
import { decision, decisionTemplate, draft, startsProcesses, workspaceFolder } from '../lsp/fixtures';
import { check, run } from './run';

startsProcesses();

/** A project with settings on two levels, templates of its own, and a folder that is left out. */
const project = {
  '.specwright.json': `// ours
{
  "ignore": ["archive"],
  "templates": { "associations": { "notes/*.md": "service" } },
  "rules": { "placeholder": "off", "date-invalid": "error" },
}
`,
  'a.md': draft,
  'archive/old.md': draft,
  'notes/one.md': '# Notes\n\n## Something else\n',
  'team/.specwright.json': '{ "templates": { "folder": "forms" }, "rules": { "placeholder": "hint" } }',
  'team/forms/decision.md': decisionTemplate,
  'team/decision.md': decision,
  'team/draft.md': draft,
};

const documents = Object.keys(project).filter((path) => path.endsWith('.md') && !path.includes('forms'));

test.concurrent(
  'the command line and the editor give the same problems in a configured project',
  async () => {
    const { path: cwd, uri, uriOf } = workspaceFolder(project);
    const { report, err } = await check(documents, { cwd });
    expect(err).toBe('');
    const client = await Client.start({ folders: [uri] });
    const severities = ['error', 'warning', 'info', 'hint'];
    const seen = new Map<string, number>();
    for (const { path, problems } of report.files) {
      client.open(uriOf(path), project[path as keyof typeof project]);
      const shown = (await client.pull(uriOf(path))).map(
        ({ code, severity, range, message }) =>
          `${range.start.line + 1} ${code} ${severities[severity! - 1]} ${message as string}`,
      );
      const told = problems.map(
        ({ line, rule, severity, message }) => `${line} ${rule} ${severity} ${message}`,
      );
      expect(told, path).toEqual(shown);
      seen.set(path, told.length);
    }
    const templates = report.files.map(({ path, template }) => [path, template?.id]);
    expect(Object.fromEntries(templates)).toMatchObject({
      'archive/old.md': undefined,
      'notes/one.md': 'service',
      'team/decision.md': 'decision',
    });
    expect(seen.get('archive/old.md')).toBe(0);
    const of = (path: string) => report.files.find((file) => file.path === path)!.problems;
    const loud = (path: string, rule: string) => of(path).find((problem) => problem.rule === rule)?.severity;
    expect([loud('a.md', 'placeholder'), loud('team/draft.md', 'placeholder')]).toEqual([undefined, 'hint']);
    expect([loud('a.md', 'date-invalid'), loud('team/draft.md', 'date-invalid')]).toEqual(['error', 'error']);
  },
);

test.concurrent('nothing above the working folder is read', async () => {
  const { path, uriOf } = workspaceFolder({ ...project, 'sub/a.md': draft });
  const { report } = await check(['a.md', uriOf('a.md').replace('file://', '')], { cwd: join(path, 'sub') });
  for (const { problems } of report.files) expect(problems.map(({ rule }) => rule)).toContain('placeholder');
});

test.concurrent('--config names another file, --no-config none', async () => {
  const { path: cwd } = workspaceFolder({
    ...project,
    'ci/strict.json': '{ "rules": { "placeholder": "error" }, "ignore": ["notes"] }',
  });
  const severity = async (...options: string[]) => {
    const { report, err } = await check(['a.md', 'team/draft.md', ...options], { cwd });
    expect(err).toBe('');
    return report.files.map(({ problems }) => problems.find(({ rule }) => rule === 'placeholder')?.severity);
  };
  expect(await severity()).toEqual([undefined, 'hint']);
  const { out } = await run(
    ['--config', 'ci/strict.json', 'check', '--format=json', 'a.md', 'team/draft.md'],
    { cwd },
  );
  const { files } = JSON.parse(out) as Awaited<ReturnType<typeof check>>['report'];
  expect(files.map(({ problems }) => problems.find(({ rule }) => rule === 'placeholder')?.severity)).toEqual([
    'error',
    'error',
  ]);
  const none = await run(['--no-config', 'check', '--format=json', 'a.md'], { cwd });
  expect(none.out).toContain('"rule":"placeholder","severity":"info"');
  const missing = await run(['--config', 'nope.json', 'check'], { cwd });
  expect([missing.code, missing.out]).toEqual([2, '']);
  expect(missing.err).toContain('nope.json. Check the path.');
});

test.concurrent(
  'templates of the team are listed and used, unless the command line names a folder',
  async () => {
    const { path: cwd } = workspaceFolder({
      '.specwright.json': '{ "templates": { "folder": "forms" } }',
      'forms/decision.md': decisionTemplate,
      'other/verdict.md': decisionTemplate.replace('Verdict', 'Outcome'),
    });
    const ids = async (...options: string[]) =>
      (JSON.parse((await run([...options, 'templates'], { cwd })).out) as { id: string }[]).map(
        ({ id }) => id,
      );
    expect((await ids())[0]).toBe('decision');
    expect((await ids('--templates-folder', 'other'))[0]).toBe('verdict');
    expect(await ids('--no-config')).not.toContain('decision');
    expect((await run(['new', 'decision'], { cwd })).out).toBe(decisionTemplate);
  },
);

test.concurrent('what is wrong in the file is told with its place, and all else counts', async () => {
  const { path: cwd } = workspaceFolder({
    '.specwright.json':
      '{\n  "rules": { "placeholder": "off", "vague-terms": "off" },\n  "templates": { "associations": { "x/*": "sytsem" } }\n}\n',
    'a.md': decision,
  });
  const faulty = await check(['a.md'], { cwd });
  expect(faulty.code).toBe(0);
  expect(faulty.err).toBe(
    `.specwright.json:2:36: There is no rule "vague-terms". Did you mean "vague-term"?
.specwright.json:3:43: There is no template "sytsem". Name one of: system, feature, agent, component, service.
`,
  );
  writeFileSync(join(cwd, '.specwright.json'), '{ "rules": ');
  const broken = await check(['a.md'], { cwd });
  expect([broken.code, broken.report.files.length]).toEqual([2, 1]);
  expect(broken.err).toMatch(/^\.specwright\.json:1:\d+: This is no valid JSON\./u);
  writeFileSync(join(cwd, '.specwright.json'), new Uint8Array([0x7b, 0xe4, 0x7d]));
  const unreadable = await check(['a.md'], { cwd });
  expect(unreadable.code).toBe(2);
  expect(unreadable.err).toContain('.specwright.json is not UTF-8. Save it as UTF-8.');
});
