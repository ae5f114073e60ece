import { describe, expect, test } from 'vitest';
import { DocumentModel } from '../../server/src/model/document-model';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { withEol } from '../../server/src/text/line';

/** The fields of a document, as `dialect Name = value`. */
function fieldsOf(text: string): string[] {
  const results = ['\n', '\r\n', '\r'].map((eol) => {
    const source = withEol(text, eol);
    const model = new DocumentModel(SyntaxTree.parse(source));
    return model.shape.fields.map((field) => {
      const { start, end } = model.fieldValueSpan(field);
      expect(source.slice(start, end), 'the span of the value').toBe(field.value);
      const whole = model.fieldSpan(field);
      expect(whole.start <= start && end <= whole.end, 'the span of the field').toBe(true);
      return `${field.dialect} ${field.name} = ${withEol(field.value, '\n')}`;
    });
  });
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
  return results[0]!;
}

describe('every dialect of metadata', () => {
  test.each([
    [
      'bold lines with hard breaks',
      '# T\n\n**Status:** Draft  \n**Date**: 2026-05-04\\\n**Owner:** Anna\n\n## A\n\nb\n',
      ['bold-line Status = Draft', 'bold-line Date = 2026-05-04', 'bold-line Owner = Anna'],
    ],
    [
      'bold lines that are one paragraph',
      '# T\n\n**Status:** Draft\n**Owner:** Anna and\nEwa\n\n## A\n\nb\n',
      ['bold-line Status = Draft', 'bold-line Owner = Anna and\nEwa'],
    ],
    [
      'bold lines that are paragraphs',
      '# T\n\n**Status:** Draft\n\n**Owner:** Anna\n\n## A\n\nb\n',
      ['bold-line Status = Draft', 'bold-line Owner = Anna'],
    ],
    ...[' | ', ' · ', ' • ', ' — ', '<br>', ' <br/> ', '  ', ' |\n', '<br>\n', '&nbsp;&nbsp;'].map(
      (mark): [string, string, string[]] => [
        `bold labels parted by ${JSON.stringify(mark)}`,
        `# T\n\n**Status:** Draft${mark}**Owner**: Anna${mark}**Date:** 2026-05-04\n\n## A\n\nb\n`,
        ['bold-line Status = Draft', 'bold-line Owner = Anna', 'bold-line Date = 2026-05-04'],
      ],
    ),
    [
      'bold labels on one line, some of them empty',
      '# T\n\n**Status:** | **Owner:** | **Date:** 2026-05-04\n\n## A\n\nb\n',
      ['bold-line Status = ', 'bold-line Owner = ', 'bold-line Date = 2026-05-04'],
    ],
    [
      'bold labels with a dash for a value',
      '# T\n\n**Status:** — | **Owner:** —\n**Date:** —\n\n## A\n\nb\n',
      ['bold-line Status = —', 'bold-line Owner = —', 'bold-line Date = —'],
    ],
    [
      'bold words within a value',
      '# T\n\n**Status:** Draft, and **not yet:** more\n\n## A\n\nb\n',
      ['bold-line Status = Draft, and **not yet:** more'],
    ],
    [
      'several bold labels in an item of a list',
      '# T\n\n- **Status:** Draft | **Owner:** Anna\n- **Date:** 2026-05-04\n\n## A\n\nb\n',
      ['list Status = Draft', 'list Owner = Anna', 'list Date = 2026-05-04'],
    ],
    [
      'a table',
      '# T\n\n| Field | Value |\n|---|---|\n| **Status** | *Draft* |\n| Owner: | `Anna` |\n| Empty | |\n\n## A\n\nb\n',
      ['table Status = Draft', 'table Owner = Anna', 'table Empty = '],
    ],
    [
      'a table without a header',
      '# T\n\n| | |\n|---|---|\n| Status | Draft |\n\n## A\n\nb\n',
      ['table Status = Draft'],
    ],
    [
      'a list',
      '- **Status:** Draft\n- Start Date: 2026-05-04\n- Issue: [#1](https://x.org/1)\n\n# A\n\nb\n\n# B\n',
      ['list Status = Draft', 'list Start Date = 2026-05-04', 'list Issue = [#1](https://x.org/1)'],
    ],
    [
      'front matter',
      '---\nstatus: Draft # for now\nquoted: "a: b"\nlist: [a, b]\nempty:\nspecwright:\n  template: x\n---\n\n# T\n',
      [
        'front-matter status = Draft',
        'front-matter quoted = a: b',
        'front-matter list = [a, b]',
        'front-matter empty = ',
      ],
    ],
    [
      'a block between rules',
      '# T\n\n---\nstatus: Draft # for now\nowner: Anna\n---\n\n## A\n\nb\n',
      ['body-block status = Draft', 'body-block owner = Anna'],
    ],
    [
      'a fence of YAML in a section of its own',
      '# T\n\n## Metadata\n\n```yaml\nstatus: Draft # for now\nowner: "Anna"\nempty: ""\n```\n\n## A\n\nb\n',
      ['yaml-fence status = Draft', 'yaml-fence owner = Anna', 'yaml-fence empty = '],
    ],
    [
      'a fence of YAML that nothing closes',
      '# T\n\n## Metadata\n\n~~~yml\nstatus: Draft\nowner: Anna\n',
      ['yaml-fence status = Draft', 'yaml-fence owner = Anna'],
    ],
    [
      'a section of its own',
      '# T\n\n## Document Info\n\n**Status:** Draft\n\n## A\n\n**Owner:** Anna\n',
      ['bold-line Status = Draft'],
    ],
    [
      'plain lines',
      '# T\n\nStatus: In Review\nStart Date: 2026-05-04  \nOwner:\n\n## A\n\nb\n',
      ['plain-line Status = In Review', 'plain-line Start Date = 2026-05-04', 'plain-line Owner = '],
    ],
    [
      'bold lines in a block quote',
      '# T\n\n> **Status:** Draft\n> **Owner:** Anna  \n> **Date:** 2026-05-04 | **Version:** 2\n\n## A\n\nb\n',
      [
        'bold-line Status = Draft',
        'bold-line Owner = Anna',
        'bold-line Date = 2026-05-04',
        'bold-line Version = 2',
      ],
    ],
    [
      'plain lines in a block quote',
      '# T\n\n> Status: Draft\n> Owner: Anna\n\n## A\n\nb\n',
      ['plain-line Status = Draft', 'plain-line Owner = Anna'],
    ],
    [
      'a table with remarks',
      '# T\n\n| Field | Value | Notes |\n|---|---|---|\n| Status | Draft | for now |\n| Owner | Anna | |\n\n## A\n\nb\n',
      ['table Status = Draft', 'table Owner = Anna'],
    ],
    [
      'bold lines with a rule directly below',
      '# T\n\n**Status:** Draft  \n**Owner**: Anna\n---\n\n## A\n\nb\n',
      ['bold-line Status = Draft', 'bold-line Owner = Anna'],
    ],
    [
      'a bold line with a rule directly below',
      '# T\n\n**Status:** Draft | **Owner:** Anna\n---\n\n## A\n\nb\n',
      ['bold-line Status = Draft', 'bold-line Owner = Anna'],
    ],
    [
      'under the first of several top headings',
      '# T\n\n**Status:** Draft\n**Owner:** Anna\n\n# A\n\n**Date:** 2026-05-04\n\n# B\n',
      ['bold-line Status = Draft', 'bold-line Owner = Anna'],
    ],
    [
      'in a table under the first of several top headings',
      '# T\n\n| Field | Value |\n|---|---|\n| Status | Draft |\n\n# A\n\nb\n\n# B\n',
      ['table Status = Draft'],
    ],
    [
      'two dialects at once',
      '---\nowner: Anna\n---\n\n# T\n\n**Status:** Draft\n\n## A\n',
      ['front-matter owner = Anna', 'bold-line Status = Draft'],
    ],
  ])('%s', (_, text, fields) => {
    expect(fieldsOf(text)).toEqual(fields);
  });
});

describe('what is no metadata', () => {
  test.each([
    ['bold words in prose', '# T\n\nThis **matters:** much.\n\n## A\n'],
    ['bold lines in a later section', '# T\n\n## A\n\ntext\n\n## B\n\n**Status:** Draft\n'],
    ['a table of another kind', '# T\n\n| Name | Meaning | Since |\n|---|---|---|\n| a | b | c |\n\n## A\n'],
    [
      'a list of versions',
      '# T\n\n| Version | Change |\n|---|---|\n| 1.0 | All |\n| v1.1 | Less |\n\n## A\n',
    ],
    ['a list with an item that is no field', '# T\n\n- Status: Draft\n- and so on\n\n## A\n'],
    ['bold lines below the text of a first section', '# A\n\ntext\n\n**Status:** sent\n\n# B\n'],
    ['one plain line', '# T\n\nNote: see below\n\n## A\n'],
    ['plain lines with another among them', '# T\n\nStatus: Draft\nand so on\n\n## A\n'],
    [
      'sentences with colons',
      '# T\n\nThis is what we want to do: less\nThis is what it costs us: more\n\n## A\n',
    ],
    ['links', '# T\n\nhttps://a.example\nhttps://b.example\n\n## A\n'],
    ['plain lines in a later section', '# T\n\n## A\n\ntext\n\n## B\n\nStatus: Draft\nOwner: Anna\n'],
    ['a setext heading in bold', '# T\n\n**Status of things**\n---\n\nb\n\n## A\n'],
    ['a comparison', '# T\n\n| Field | Type | Notes |\n|---|---|---|\n| a | b | c |\n\n## A\n'],
    ['a fence of YAML under the title', '# T\n\n```yaml\nstatus: Draft\n```\n\n## A\n'],
    ['a fence of YAML in a later section', '# T\n\n## A\n\n```yaml\nstatus: Draft\n```\n\n## B\n'],
    ['a fence of another kind', '# T\n\n## Metadata\n\n```json\n{"status": "Draft"}\n```\n\n## A\n'],
    ['bold lines in code', '# T\n\n```\n**Status:** Draft\n```\n\n## A\n'],
    ['a rule at the top', '---\n\n# T\n\nstatus: Draft\n'],
  ])('%s', (_, text) => {
    expect(fieldsOf(text)).toEqual([]);
  });
});

test('YAML with a fault still gives the fields before it, with the place of the fault', () => {
  const text = '---\nstatus: Draft\ntags: [a, b\n---\n\n# T\n';
  const { shape } = new DocumentModel(SyntaxTree.parse(text));
  expect(shape.fields[0]).toMatchObject({ name: 'status', value: 'Draft' });
  expect(shape.yamlFaults.length).toBeGreaterThan(0);
  expect(shape.frontMatter).toBeUndefined();
});

test('an alias bomb is read as text and not as data', () => {
  const levels = Array.from(
    { length: 30 },
    (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`,
  );
  const text = `---\nstatus: Draft\na0: &a0 x\n${levels.join('\n')}\n---\n\n# T\n`;
  const { shape } = new DocumentModel(SyntaxTree.parse(text));
  expect(shape.fields[0]).toMatchObject({ name: 'status', value: 'Draft' });
  expect(shape.frontMatter).toBeUndefined();
});
