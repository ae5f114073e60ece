import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../server/src/workspace/configuration';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { BUILTINS, checkText, choiceOf, schemaOf } from '../support/check-text';
import { generateSpec } from '../support/generate-spec';

const [system, service] = ['system', 'service'].map((id) => BUILTINS.find((schema) => schema.id === id));
const plan = schemaOf('---\nspecwright:\n  id: plan\n---\n\n# [Name]\n\n## Goals\n\n[Why.]\n');
const short = schemaOf('## Overview\n\n[What.]\n\n## Usage\n\n[How.]\n', 'short');
const schemas = [...BUILTINS, plan, short];

function chosen(text: string, path = 'docs/a.md', associations: Record<string, string> = {}) {
  const { document } = checkText(text, { schemas, path, configuration: { associations } });
  return (
    document.spec && `${document.spec.schema.id} ${document.spec.confidence === 1 ? 'named' : 'detected'}`
  );
}

describe('the template of a document', () => {
  test.each([
    ['front matter', '---\nspecwright:\n  template: plan\n---\n\n# Any\n'],
    ['front matter in short', '---\nspecwright: plan\n---\n\n# Any\n'],
    ['a comment', '<!-- specwright-template plan -->\n\n# Any\n'],
    ['a comment somewhere', '# Any\n\ntext\n\n<!-- specwright-template plan -->\n'],
  ])('is named by %s', (_, text) => {
    expect(chosen(text)).toBe('plan named');
  });

  test('may have spaces in its name, as its file has', () => {
    const spaced = schemaOf('# [Name]\n\n## Goals\n\n[Why.]\n', 'plan of work');
    const text = '<!-- specwright-template plan of work -->\n\n# Any\n';
    expect(checkText(text, { schemas: [spaced] }).document.spec?.schema).toBe(spaced);
  });

  test('is named by the glob of its path, the first that matches', () => {
    const associations = { 'docs/plans/**': 'plan', 'docs/**/*.md': 'service' };
    expect(chosen('# Any\n', 'docs/plans/may/a.md', associations)).toBe('plan named');
    expect(chosen('# Any\n', 'docs/a.md', associations)).toBe('service named');
    expect(chosen('# Any\n', 'docs/.hidden/a.md', associations)).toBe('service named');
    expect(chosen('# Any\n', 'src/a.md', associations)).toBeUndefined();
  });

  test('is the one that the document names, whatever the glob and the headings say', () => {
    const text = `<!-- specwright-template plan -->\n\n${generateSpec(300)}`;
    expect(chosen(text, 'docs/a.md', { '**': 'service' })).toBe('plan named');
  });

  test('is told by the headings where nothing names it', () => {
    expect(chosen(generateSpec(300))).toMatch(/^system/u);
    expect(chosen(service!.starter)).toMatch(/^service/u);
    expect(chosen(system!.starter)).toMatch(/^system/u);
  });

  test('is told by the headings where a name is unknown', () => {
    expect(chosen('---\nspecwright:\n  template: nonsense\n---\n\n# Any\n')).toBeUndefined();
    expect(chosen(`---\nspecwright:\n  template: nonsense\n---\n\n${generateSpec(300)}`)).toMatch(/^system/u);
    expect(chosen(generateSpec(300), 'a.md', { '**': 'nonsense' })).toMatch(/^system/u);
  });

  test('is told by half of its top headings, and by a title or metadata where it is short', () => {
    const tops = system!.slots.slice(0, 9).map(({ title }) => `## ${title}\n\nText.\n`);
    expect(chosen(`# Any\n\n${tops.join('\n')}`)).toMatch(/^system/u);
    const tiny = schemaOf('# [Name] - Decision\n\n**Owner:** [Name]\n\n## Choice\n\n[What.]\n', 'tiny');
    const document = (text: string) => checkText(text, { schemas: [tiny] }).document.spec?.schema.id;
    expect(document('# Queue - Decision\n\n**Owner:** Bo\n\n## Choice\n')).toBe('tiny');
    expect(document('# Queue\n\n## Choice\n')).toBeUndefined();
  });

  test.each([
    ['an empty file', ''],
    ['a note', '# Shopping\n\n- milk\n- [bread]\n'],
    [
      'a README',
      '# Parcels\n\n## Installation\n\nnpm i\n\n## Usage\n\n## Security\n\n## Testing\n\n## License\n\nMIT\n',
    ],
    ['three sections of a long template', '# X\n\n## Security\n\n## Performance\n\n## Dependencies\n'],
    ['a README with the headings of a short template', '# Pigeon\n\n## Overview\n\n## Install\n\n## Usage\n'],
    ['front matter with other settings', '---\nspecwright: 7\n---\n\n# Any\n'],
  ])('is none for %s', (_, text) => {
    expect(checkText(text, { schemas }).problems).toEqual([]);
    expect(chosen(text)).toBeUndefined();
  });
});

describe('an open document', () => {
  test('gets and loses its template as it is edited', () => {
    const document = new OpenDocument('memory:/a.md', '# Any\n', choiceOf({ schemas }));
    const at = (line: number) => ({ line, character: 0 });
    expect(document.spec).toBeUndefined();
    document.change(
      [{ range: { start: at(0), end: at(0) }, text: '<!-- specwright-template plan -->\n\n' }],
      2,
    );
    expect(document.spec?.schema.id).toBe('plan');
    document.change([{ range: { start: at(0), end: at(2) }, text: '' }], 3);
    expect(document.spec).toBeUndefined();
  });

  test('keeps its text through changes of one message, each on the text before it', () => {
    const document = new OpenDocument('memory:/a.md', 'a\r\n😀b\r\n', choiceOf({ schemas }));
    const at = (line: number, character: number) => ({ line, character });
    document.change(
      [
        { range: { start: at(1, 2), end: at(1, 2) }, text: 'x' },
        { range: { start: at(1, 3), end: at(1, 4) }, text: 'y\n' },
      ],
      2,
    );
    expect(document.content).toBe('a\r\n😀xy\n\r\n');
    expect(document.verify()).toBeUndefined();
    document.change([{ text: 'new' }], 3);
    expect([document.content, document.version, document.editedLine]).toEqual(['new', 3, undefined]);
  });

  test('takes another template when the choice changes', () => {
    const document = new OpenDocument('memory:/a.md', '# Any\n', choiceOf({ schemas }));
    document.choose({
      ...choiceOf({ schemas }),
      configuration: { ...DEFAULT_CONFIGURATION, associations: { '**': 'plan' } },
    });
    expect(document.spec?.schema).toBe(plan);
  });
});

test('nothing is said where checking is off', () => {
  expect(checkText(system!.starter, { configuration: { enable: false } }).problems).toEqual([]);
});
