import { describe, expect, test } from 'vitest';
import { nameTemplate, templateOrigin, unnameTemplate } from '../../server/src/features/choose-template';
import { applyEdits } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { BUILTINS, choiceOf, schemaOf } from '../support/check-text';

const plan = schemaOf(
  '# [Name] - Plan\n\n**Status:** [Draft | Approved]\n\n## Goals\n\n[a]\n\n## Interfaces\n\n[b]\n\n## Storage\n\n[c]\n\n## Tests\n\n[d]\n',
  'plan',
);
const note = schemaOf('# [Name]\n\n## Topic\n\n[a]\n\n## Outcome\n\n[b]\n', 'team note');
const choice = choiceOf({ schemas: [plan, note, ...BUILTINS] });
const BODY =
  '# Parcels - Plan\n\n## Goals\n\nHalf.\n\n## Interfaces\n\nOne.\n\n## Storage\n\nNone.\n\n## Tests\n\nTwo.\n';

const open = (text: string) => new OpenDocument('memory:/spec.md', text, choice);

/** The text in which a document names a template, or none; that it follows it then is checked on the way. */
function chosen(text: string, id: string | null): string | undefined {
  const { model } = open(text);
  const schema = choice.schemas.find((each) => each.id === id);
  const edits = schema ? nameTemplate(model, choice, schema) : unnameTemplate(model, choice);
  if (!edits) return undefined;
  const after = applyEdits(text, edits);
  if (schema) expect(open(after).spec?.schema).toBe(schema);
  expect(templateOrigin(open(after).model, choice).stated).toBe(id ?? undefined);
  return after;
}

interface Case {
  readonly name: string;
  readonly before: string;
  readonly id: string | null;
  readonly after: string;
}

const cases: Case[] = [
  { name: 'nothing', before: BODY, id: 'system', after: `<!-- specwright-template system -->\n\n${BODY}` },
  { name: 'no text at all', before: '', id: 'plan', after: '<!-- specwright-template plan -->\n\n' },
  { name: 'no final newline', before: '# T', id: 'plan', after: '<!-- specwright-template plan -->\n\n# T' },
  {
    name: 'an id with a space',
    before: '# 標題\n',
    id: 'team note',
    after: '<!-- specwright-template team note -->\n\n# 標題\n',
  },
  {
    name: 'other front matter',
    before: '---\ntitle: x\n---\n\n# T\n',
    id: 'plan',
    after: '---\ntitle: x\n---\n\n<!-- specwright-template plan -->\n\n# T\n',
  },
  {
    name: 'front matter with another setting of ours',
    before: '---\nspecwright:\n  size: small\n---\n# T\n',
    id: 'plan',
    after: '---\nspecwright:\n  size: small\n---\n<!-- specwright-template plan -->\n\n# T\n',
  },
  {
    name: 'another in a comment, with a version and a reason',
    before: '<!-- specwright-template system 1.2 -- agreed -->\n\n# T\n',
    id: 'plan',
    after: '<!-- specwright-template plan -- agreed -->\n\n# T\n',
  },
  {
    name: 'another in the front matter',
    before: '---\nspecwright:\n  template: system\n  version: "1.0"\n---\n\n# T\n',
    id: 'plan',
    after: '---\nspecwright:\n  template: plan\n---\n\n# T\n',
  },
  {
    name: 'only a version',
    before: '---\nspecwright: { version: "1.0" }\n---\n\n# T\n',
    id: 'plan',
    after: '---\nspecwright: {  }\n---\n\n<!-- specwright-template plan -->\n\n# T\n',
  },
  {
    name: 'a document in a fence',
    before:
      '# Ours\n\n```markdown\n# P - Plan\n\n## Goals\n\nx\n\n## Interfaces\n\nx\n\n## Storage\n\nx\n```\n',
    id: 'system',
    after:
      '<!-- specwright-template system -->\n\n# Ours\n\n```markdown\n# P - Plan\n\n## Goals\n\nx\n\n## Interfaces\n\nx\n\n## Storage\n\nx\n```\n',
  },
  {
    name: 'none, from a comment',
    before: `<!-- specwright-template system -->\n\n${BODY}`,
    id: null,
    after: BODY,
  },
  { name: 'none, where none is named', before: BODY, id: null, after: BODY },
  {
    name: 'none, from a comment beside text',
    before: '# T\n\nText <!-- specwright-template plan --> here.\n',
    id: null,
    after: '# T\n\nText  here.\n',
  },
  {
    name: 'none, from several comments',
    before: '<!-- specwright-template system -->\n\n# T\n\n<!-- specwright-template plan -->\n',
    id: null,
    after: '# T\n\n',
  },
  {
    name: 'none, from a front matter that says nothing else',
    before: '---\nspecwright: system\n---\n\n# T\n',
    id: null,
    after: '# T\n',
  },
  {
    name: 'none, beside other keys',
    before: '---\ntitle: x\nspecwright:\n  template: plan\n  version: "1.0"\nowner: y\n---\n\n# T\n',
    id: null,
    after: '---\ntitle: x\nowner: y\n---\n\n# T\n',
  },
  {
    name: 'none, beside another setting of ours',
    before: '---\nspecwright:\n  template: plan\n  size: small\n---\n\n# T\n',
    id: null,
    after: '---\nspecwright:\n  size: small\n---\n\n# T\n',
  },
  {
    name: 'none, between braces',
    before: '---\nspecwright: { template: plan, size: small, version: "1" }\n---\n\n# T\n',
    id: null,
    after: '---\nspecwright: { size: small }\n---\n\n# T\n',
  },
  {
    name: 'none, under a remark that stays',
    before: '---\n# mine\nspecwright: system\n---\n\n# T\n',
    id: null,
    after: '---\n# mine\n---\n\n# T\n',
  },
];

describe('a template is chosen for a document that names', () => {
  for (const { name, before, id, after } of cases) {
    test.each(['\n', '\r\n'])(`${name} %j`, (eol) => {
      expect(chosen(withEol(before, eol), id)).toBe(
        before.includes('\n') ? withEol(after, eol) : after,
      );
    });
  }
});

test('choosing and going back leaves every byte as it was', () => {
  for (const { before } of cases.filter(({ name }) => !/another|version|none/u.test(name)))
    expect(chosen(chosen(before, 'plan')!, null)).toBe(before);
});

test('a remark of the author is never lost', () => {
  const remarked = '---\nspecwright:\n  template: system\n  # why\n  size: small\n---\n\n# T\n';
  expect(chosen(remarked, null)).toBe(remarked.replace('  template: system\n', ''));
  expect(chosen('---\nspecwright: system # why\ntitle: x\n---\n\n# T\n', null)).toBeUndefined();
});

test('a front matter that cannot be read is left alone, and so is one between braces', () => {
  expect(chosen('---\nspecwright: a: b\n---\n\n# T\n', null)).toBe('---\nspecwright: a: b\n---\n\n# T\n');
  expect(chosen('---\n{ specwright: system }\n---\n\n# T\n', null)).toBeUndefined();
});

test('what a document would follow without a name is found', () => {
  const detectedIn = (text: string) => templateOrigin(open(text).model, choice).detected?.id;
  expect(detectedIn(BODY)).toBe('plan');
  expect(detectedIn(`<!-- specwright-template system -->\n\n${BODY}`)).toBe('plan');
  expect(detectedIn('<!-- specwright-template system -->\n\n# Notes\n')).toBeUndefined();
});
