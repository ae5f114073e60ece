import { describe, expect, test } from 'vitest';
import { blanked, unwrapTemplate } from '../../server/src/template/unwrap';
import { withEol } from '../../server/src/text/line';
import { schemaOf } from '../support/check-text';

describe('a template in a fence', () => {
  const template = '# [Name]\n\n## Goals\n';
  test.each([
    ['```markdown\n', '```\n'],
    ['  ~~~~ MD  \n', '~~~~\n'],
    ['# Service\n\nCopy it.\n\n```md\n', '```\n\nThat is all.\n'],
    ['```md\n', ''],
  ])('starts behind %j and ends before %j', (before, behind) => {
    const text = `${before}${template}${behind}`;
    const { text: inside, wrapper } = unwrapTemplate(text);
    expect(inside).toHaveLength(text.length);
    expect(inside.slice(before.length, before.length + template.length)).toBe(template);
    expect(inside.slice(0, before.length).trim()).toBe('');
    expect(text.slice(wrapper!.start, wrapper!.end)).toBe(
      before.trimEnd().split('\n').at(-1)! + (before.match(/ +$/mu)?.[0] ?? ''),
    );
    expect(inside.includes('`') || inside.includes('~')).toBe(false);
  });

  test.each([
    template,
    `\`\`\`js\n${template}\`\`\`\n`,
    `\`\`\`md (a sample)\n${template}\`\`\`\n`,
    `# A\n\n## B\n\n\`\`\`md\n${template}\`\`\`\n`,
    '```md\nNo heading.\n```\n',
    '# A\n\n```md\nNo heading.\n```\n',
    `${template}\n\`\`\`md\n#hashtag\n\`\`\`\n`,
  ])('is none: %j', (text) => {
    expect(unwrapTemplate(text)).toEqual({ text, wrapper: undefined });
  });

  test('what is cut out becomes blanks, line by line', () => {
    const cuts = [
      { start: 0, end: 4 },
      { start: 6, end: 8 },
    ];
    expect(blanked('ab\r\ncdef\ngh', cuts)).toBe('  \r\ncd  \ngh');
    expect(blanked('abc', [])).toBe('abc');
  });
});

describe('the text that a new spec starts from', () => {
  test.each([
    ['blank lines around it', '\n\n# [Name]\n\n## Goals\n\n\n', '# [Name]\n\n## Goals\n'],
    ['the author’s front matter', '---\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n', undefined],
    [
      'settings in front of it',
      '---\nspecwright:\n  id: plan\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n',
      '---\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n',
    ],
    [
      'settings behind it',
      '---\nowner: Bo\nspecwright:\n  id: plan\n---\n\n# [Name]\n\n## Goals\n',
      '---\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n',
    ],
    [
      'notes above, behind and between',
      '# Usage Notes\n\na\n\n***\n\n# [Name]\n\n## Goals\n\n---\n\n## How to use this template\n\nb\n\n## Costs\n\n___\n\n## Usage Notes\n\nc\n',
      '# [Name]\n\n## Goals\n\n## Costs\n',
    ],
    [
      'notes within notes',
      '# [Name]\n\n## Goals\n\n# Usage Notes\n\n## Template Instructions\n\na\n\n## More\n\nb\n\n# Costs\n',
      '# [Name]\n\n## Goals\n\n# Costs\n',
    ],
    [
      'a rule that parts no notes off',
      '# [Name]\n\n## Goals\n\n---\n\n## Costs\n\n---\n',
      '# [Name]\n\n## Goals\n\n---\n\n## Costs\n\n---\n',
    ],
  ])('%s', (_, text, expected = text) => {
    expect(schemaOf(text).starter).toBe(expected);
  });
});

describe('an instance that speaks of another', () => {
  const FIRST =
    '# [Name]\n\n## Part 1: [Name]\n\n### Purpose\n\nWhy.\n\n#### In short\n\n### Limits\n\nWhich.\n';
  const CHILDREN = '### Purpose\n\nWhy.\n\n#### In short\n\n### Limits\n\nWhich.';
  const after = (text: string) => `${FIRST}\n${text}\n\n## Costs\n`;

  test.each([
    ['## Part 2: [Name]\n\n[Same structure as Part 1]', `## Part 2: [Name]\n\n${CHILDREN}`],
    ['## Part 2: [Name]\n\n*(identical to part 1)*', `## Part 2: [Name]\n\n${CHILDREN}`],
    ['## Part 2: [Name]\n\nSame as above.\n\n---', `## Part 2: [Name]\n\n${CHILDREN}\n\n---`],
    [
      '## Part 2: [Name]\n\nSame as above.\n\n## Part 3: [Name]\n\nSame as above.',
      `## Part 2: [Name]\n\n${CHILDREN}\n\n## Part 3: [Name]\n\n${CHILDREN}`,
    ],
  ])('%j has its subsections', (text, expected) => {
    for (const eol of ['\n', '\r\n'])
      expect(schemaOf(withEol(after(text), eol)).starter.replaceAll('\r', '')).toBe(after(expected));
  });

  test.each([
    '## Part 2: [Name]\n\nSame as above.\n\n### Other',
    '## Part 2: [Name]\n\nSame as above.\n\nOr nearly.',
    '## Part 2: [Name]\n\nNot the same as above.',
    '## Part 2: [Name]\n\nAs above.',
    '## Piece 2: [Name]\n\nSame as above.',
    '### Part 2: [Name]\n\nSame as above.',
    '## Notes\n\n### Part 2: [Name]\n\nSame as above.',
  ])('%j has none', (text) => {
    expect(schemaOf(after(text)).starter).toBe(after(text));
  });

  test.each([
    ['stands in another section', '### Part 1: [Name]\n\n#### Purpose\n\n## More\n\n'],
    ['follows one with nothing in it', '### Part 1: [Name]\n\n'],
  ])('which %s has none', (_, before) => {
    const text = `# [Name]\n\n## Parts\n\n${before}### Part 2: [Name]\n\nSame as above.\n\n## Costs\n`;
    expect(schemaOf(text).starter).toBe(text);
  });

  test('which comes later has none either', () => {
    const text = `# [Name]\n\n## Part 0: [Name]\n\nSame as below.\n\n${FIRST.slice(10)}\n## Costs\n`;
    expect(schemaOf(text).starter).toBe(text);
  });
});
