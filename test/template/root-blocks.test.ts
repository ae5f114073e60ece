import { expect, test } from 'vitest';
import { closingRule, endsOpen, leadStart, lineStartOf } from '../../server/src/template/root-blocks';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { closingFence } from '../../server/src/template/unwrap';

test.each([
  ['A\n', false],
  ['', false],
  ['```\ncode\n```\n', false],
  ['```\ncode\n', true],
  ['```\ncode\n~~~\n', true],
  ['````\ncode\n```\n', true],
  ['```\ncode\n`````\n', false],
  ['```\n```` x\n', true],
  ['```', true],
  ['    indented\n', false],
  ['    `a`\n', false],
  ['    a ```\n', false],
  ['  ```\n  code\n', true],
  ['  ```\n  code\n  ``` \n', false],
  ['```\ncode\n```x\n', true],
  ['<!-- a -->\n', false],
  ['<!-- a\n', true],
  ['<pre>\n\na\n', true],
  ['<pre>\n\na</pre>\n', false],
  ['<preface>\n', false],
  ['<?php\n', true],
  ['<?php ?>\n', false],
  ['<![CDATA[\n', true],
  ['<![CDATA[ ]]>\n', false],
  ['<!DOCTYPE\n', true],
  ['<!DOCTYPE html>\n', false],
  ['<div>\n', false],
  ['<pre', true],
  ['  <!-- a\n', true],
  ['<div><!-- a\n', false],
  ['<div><? a\n', false],
  ['<div><![CDATA[ a\n', false],
  ['<div><!DOCTYPE a\n', false],
  ['<div><pre> a\n', false],
])('whether what is appended would go into the last block: %j', (text, expected) => {
  expect(endsOpen(SyntaxTree.parse(text))).toBe(expected);
});

test.each([
  ['A\n\n', '## B'],
  ['A\n\n', '<!-- of B -->\n## B'],
  ['A\n\n', '<!-- of B -->\n<!-- too -->  \n## B'],
  ['A\n\n', '  <!-- of B -->\n## B'],
  ['A\n\n', '<!-- specwright-disable-next-line x -->\n## B'],
  ['A\n\n<!-- of A -->\n\n', '## B'],
  ['A\n\n<!-- specwright-disable x -->\n', '## B'],
  ['A\n\n<b>\n', '## B'],
  ['A\n', '## B'],
])('where what belongs to a heading starts: %j, then %j', (before, heading) => {
  const text = `${before}${heading}\n`;
  expect(leadStart(SyntaxTree.parse(text), text.indexOf('## B'))).toBe(before.length);
});

test.each([
  ['a\n \t---', 4, 2],
  ['a\n---', 2, 2],
  ['a ---', 2, 1],
  ['  ---', 2, 0],
])('the line in %j that starts before %i', (text, offset, expected) => {
  expect(lineStartOf(text, offset)).toBe(expected);
});

test.each([
  ['A\n\n---\n', '---'],
  ['A\n\n* * *\n\n', '* * *'],
  ['A\n---\n', undefined],
  ['A\n\n---\n\nB\n', undefined],
])('the rule at the end of %j', (text, expected) => {
  const rule = closingRule(SyntaxTree.parse(text), { start: 0, end: text.length });
  expect(rule && text.slice(rule.start, rule.end)).toBe(expected);
  expect(closingRule(SyntaxTree.parse(text), { start: text.length, end: text.length })).toBeUndefined();
});

test.each([
  ['```md\na\n```\n', '```'],
  ['```md\na\n', undefined],
  ['```markdown\n```json\n{}\n```\nb\n```\n', '```'],
  ['```md\n```json\n{}\n```\n', undefined],
  ['~~~md\n```\n~~~ \nb\n', '~~~ '],
  ['```js\na\n```\n', undefined],
])('the line that closes the fence around a whole template: %j', (text, expected) => {
  const closing = closingFence(text, { start: 0, end: text.indexOf('\n') });
  expect(closing && text.slice(closing.start, closing.end)).toBe(expected);
  if (closing) expect(text.slice(closing.end).replace(/b/u, '').trim()).toBe('');
});
