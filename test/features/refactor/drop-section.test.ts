import { expect, test } from 'vitest';
import { dropSection } from '../../../server/src/features/refactor/drop-section';
import { applyEdits } from '../../../server/src/text/edit';
import { schemaOf, specOf } from '../../support/check-text';

const free = schemaOf('# [Name]\n\n## Summary (Optional)\n\n[What it is.]\n');

/** The document after a section was dropped on another; undefined where it is refused. */
function dropped(text: string, section: string, onto: string, schema = free): string | undefined {
  const spec = specOf(text, schema);
  const find = (title: string) => spec.model.shape.sections.find((each) => each.title === title)!;
  const edits = dropSection(spec, find(section), find(onto));
  return edits && applyEdits(text, edits);
}

const text = '# T\n\n## A\n\na\n\n### B\n\nb\n\n## C\n\nc\n\n### D\n\nd\n';

test.each([
  ['down', 'A', 'C', '# T\n\n## C\n\nc\n\n### D\n\nd\n\n## A\n\na\n\n### B\n\nb\n'],
  ['up', 'C', 'A', '# T\n\n## C\n\nc\n\n### D\n\nd\n\n## A\n\na\n\n### B\n\nb\n'],
  ['to another parent', 'B', 'D', '# T\n\n## A\n\na\n\n## C\n\nc\n\n### D\n\nd\n\n### B\n\nb\n'],
  ['to a higher level', 'B', 'C', '# T\n\n## A\n\na\n\n## C\n\nc\n\n### D\n\nd\n\n## B\n\nb\n'],
  ['to a lower level', 'C', 'B', '# T\n\n## A\n\na\n\n### C\n\nc\n\n#### D\n\nd\n\n### B\n\nb\n'],
])('a section is dropped %s', (_, section, onto, result) => {
  expect(dropped(text, section, onto)).toBe(result);
  const crlf = dropped(text.replaceAll('\n', '\r\n'), section, onto);
  expect(crlf).toBe(result.replaceAll('\n', '\r\n'));
  expect(dropped(text.trimEnd(), section, onto)?.trimEnd()).toBe(result.trimEnd());
});

const strict = schemaOf('# [Name]\n\n## A\n\n[a]\n\n### B\n\n[b]\n\n## C\n\n[c]\n\n### D\n\n[d]\n');

test.each([
  ['on itself', text, 'A', 'A', free],
  ['into what it holds', text, 'A', 'B', free],
  ['in the place of the title', text, 'A', 'T', free],
  ['where its level is deeper than headings go', text.replace('### B', '###### B'), 'C', 'B', free],
  ['where the template misses it', text, 'B', 'D', strict],
  ['under a comment that disables rules', `${text}\n<!-- specwright-disable -->\n`, 'A', 'C', free],
  ['in a document with an open fence', `${text}\n\`\`\`\n`, 'A', 'C', free],
])('a section is not dropped %s', (_, document, section, onto, schema) => {
  expect(dropped(document, section, onto, schema)).toBeUndefined();
});

test('the order of an approved document stays', () => {
  const schema = schemaOf('# [Name]\n\n**Status:** [Draft | Approved]\n\n## A\n\n[a]\n\n## C\n\n[c]\n');
  const by = (status: string) => `# T\n\n**Status:** ${status}\n\n## A\n\na\n\n## C\n\nc\n`;
  expect(dropped(by('Draft'), 'A', 'C', schema)).toContain('## C\n\nc\n\n## A\n\na');
  expect(dropped(by('Approved'), 'A', 'C', schema)).toBeUndefined();
});
