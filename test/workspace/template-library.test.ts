import { describe, expect, test } from 'vitest';
import { templateProblems } from '../../server/src/features/template-problems';
import { builtinSchemas } from '../../server/src/workspace/builtin-schemas';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { FileError } from '../../server/src/workspace/ports';
import { TemplateLibrary } from '../../server/src/workspace/template-library';
import { BUILTIN_IDS } from '../support/builtins';
import { choiceOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const FOLDER = 'memory:/work/.specwright/templates';
const PLAN = '# [Name]\n\n## Goals\n\n[Why.]\n';

async function libraryOf(files: Record<string, string | undefined>) {
  const host = memoryHost(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text])),
  );
  const library = new TemplateLibrary(builtinSchemas(), host);
  await library.load(FOLDER);
  return { library, host };
}

test('without a folder there are the built-in templates', async () => {
  const { library, host } = await libraryOf({});
  expect(library.all().map(({ id, source }) => `${id} ${source}`)).toEqual(
    BUILTIN_IDS.map((id) => `${id} builtin`),
  );
  expect([library.failures(), host.errors]).toEqual([[], []]);
});

test('each Markdown file of the folder is a template, by its own id or its name', async () => {
  const { library } = await libraryOf({
    'plan of work.md': PLAN,
    'team/adr.md': '---\nspecwright:\n  id: decision\n---\n\n# [Name]\n\n## Decision\n',
    'notes.txt': PLAN,
  });
  expect(library.all().map(({ id }) => id)).toEqual(['plan of work', 'decision', ...BUILTIN_IDS]);
  expect(library.find('decision')?.slots.map(({ title }) => title)).toEqual(['Decision']);
  expect(library.find('adr')).toBeUndefined();
});

test('a file that cannot be read is told of and leaves the others', async () => {
  const { library, host } = await libraryOf({ 'broken.md': undefined, 'plan.md': PLAN });
  expect(library.all().map(({ id }) => id)).toEqual(['plan', ...BUILTIN_IDS]);
  expect(library.failures().map(({ uri }) => uri)).toEqual([`${FOLDER}/broken.md`]);
  expect(host.errors).toEqual(library.failures().map(({ message }) => message));
});

test('a folder that cannot be read is told of and leaves the built-in templates', async () => {
  const host = memoryHost();
  const listFiles = () => Promise.reject(new FileError(FOLDER, 'The folder cannot be read.'));
  const library = new TemplateLibrary(builtinSchemas(), { ...host, files: { ...host.files, listFiles } });
  await library.load(FOLDER);
  expect(library.all().map(({ id }) => id)).toEqual([...BUILTIN_IDS]);
  expect(host.errors).toEqual(['The folder cannot be read.']);
});

test('a file with mistakes is a template all the same', async () => {
  const { library } = await libraryOf({ 'plan.md': `---\nspecwright:\n  order: any\n---\n\n${PLAN}` });
  expect(library.find('plan')?.faults).toHaveLength(1);
  expect(library.find('plan')?.allSlots).toHaveLength(1);
});

test('a template with the id of a built-in one takes its place', async () => {
  const { library } = await libraryOf({ 'system.md': PLAN });
  expect(library.all().map(({ id, source }) => `${id} ${source}`)).toEqual([
    `system ${FOLDER}/system.md`,
    ...BUILTIN_IDS.filter((id) => id !== 'system').map((id) => `${id} builtin`),
  ]);
  expect(library.find('system')?.slots).toHaveLength(1);
});

test('a folder that is loaded again has what it has now', async () => {
  const files: Record<string, string | undefined> = { [`${FOLDER}/plan.md`]: PLAN };
  const library = new TemplateLibrary([], memoryHost(files));
  await library.load(FOLDER);
  delete files[`${FOLDER}/plan.md`];
  files[`${FOLDER}/other.md`] = PLAN;
  await library.load(FOLDER);
  expect(library.all().map(({ id }) => id)).toEqual(['other']);
  library.keepOnly([]);
  expect(library.all()).toEqual([]);
});

describe('a template file in the editor', () => {
  const open = (uri: string, text: string) => new OpenDocument(uri, text, choiceOf({}));

  test('is told its faults', async () => {
    const { library } = await libraryOf({ 'plan.md': PLAN });
    const document = open(`${FOLDER}/plan.md`, `---\nspecwright:\n  order: any\n---\n\n${PLAN}`);
    expect(templateProblems(library, document)?.map(({ message }) => message)).toEqual([
      '"order" must be "fixed" or "free".',
    ]);
  });

  test('is told that another has its id', async () => {
    const own = `---\nspecwright:\n  id: plan\n---\n\n${PLAN}`;
    const { library } = await libraryOf({ 'plan.md': PLAN, 'b.md': own });
    const problems = templateProblems(library, open(`${FOLDER}/b.md`, own));
    expect(problems?.map(({ message }) => message)).toEqual([
      expect.stringContaining('plan.md has the id "plan" too'),
    ]);
  });

  test('elsewhere is no template', async () => {
    const { library } = await libraryOf({ 'plan.md': PLAN });
    expect(templateProblems(library, open('memory:/work/docs/plan.md', PLAN))).toBeUndefined();
    expect(
      templateProblems(library, open('memory:/work/.specwright/templates-old/plan.md', PLAN)),
    ).toBeUndefined();
  });
});
