import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION, readConfiguration } from '../../server/src/workspace/configuration';

test('every setting is read', () => {
  expect(
    readConfiguration({
      enable: false,
      ignore: [' archive ', 7, ''],
      templates: { folder: ' docs/templates ', associations: { '**/*.md': 'system' } },
      projectSize: 'Small',
      author: ' Ada Byron ',
      codeLens: { enable: true },
      rules: { placeholder: 'off', 'missing-section': 'information', 'date-invalid': 'hint' },
      debug: { verifyIncremental: true },
    }),
  ).toEqual({
    enable: false,
    ignore: ['archive'],
    templatesFolder: 'docs/templates',
    associations: { '**/*.md': 'system' },
    projectSize: 'small',
    author: 'Ada Byron',
    codeLens: true,
    rules: { placeholder: 'off', 'missing-section': 'info', 'date-invalid': 'hint' },
    verifyIncremental: true,
  });
});

describe('what is of the wrong type counts as not set', () => {
  test.each([
    [undefined],
    [null],
    ['text'],
    [7],
    [[]],
    [{}],
    [{ enable: 'no', templates: 'x', projectSize: 'tiny', rules: [], debug: true }],
    [{ enable: null, templates: { folder: 7, associations: 'x' }, rules: 'off' }],
    [
      {
        templates: { folder: '', associations: { '*.md': 7, '*.txt': null } },
        rules: { placeholder: 'loud', x: 1 },
      },
    ],
    [{ debug: { verifyIncremental: 'yes' }, codeLens: { enable: 'yes' } }],
    [{ codeLens: true }],
    [{ ignore: 'archive' }],
    [{ ignore: [7, null, ''] }],
  ])('%j', (section) => {
    expect(readConfiguration(section)).toEqual(DEFAULT_CONFIGURATION);
  });

  test('and takes nothing else along', () => {
    const { rules, associations } = readConfiguration({
      rules: { placeholder: 'loud', 'date-invalid': 'off' },
      templates: { associations: { 'a.md': 7, 'b.md': 'system' } },
    });
    expect([rules, associations]).toEqual([{ 'date-invalid': 'off' }, { 'b.md': 'system' }]);
  });
});
