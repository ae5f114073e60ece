import { expect, test } from 'vitest';
import { DocumentModel } from '../../server/src/model/document-model';
import { SyntaxTree } from '../../server/src/syntax/tree';

const modelOf = (text: string) => new DocumentModel(SyntaxTree.parse(text));

test.each([
  ['FR-1 to FR-4', 4],
  ['**FR-1** to **FR-4**', 4],
  ['FR-1–4', 4],
  ['FR-1 – FR-4', 4],
  ['FR-1..4', 4],
  ['FR-1 through 12.', 12],
  ['FR-1 to NFR-4', 1],
  ['FR-1, FR-4', 1],
  ['FR-1 and FR-4', 1],
  ['FR-1 to 4.5 seconds', 1],
  ['FR-1 - the first', 1],
])('an identifier may begin a range: %s', (text, last) => {
  expect(modelOf(text).content.identifiers[0]!.fact.last).toBe(last);
});

test.each([
  ['<img src="a.png">', 'a.png'],
  ['text <img alt="x" src=a.png> text', 'a.png'],
  ['<p>\n  <img width="10" src=\'a.png\'/>\n</p>', 'a.png'],
  ['<picture><source srcset="b.png"><img src="a.png"></picture>', 'a.png'],
  ['<svg viewBox="0 0 1 1"></svg>', 'data:image/svg+xml'],
  ['<!-- <img src="a.png"> -->', undefined],
  ['<imgage src="a.png">', undefined],
  ['<b>a</b>', undefined],
])('an image in HTML is one: %j', (text, url) => {
  expect(modelOf(text).content.links.find(({ fact }) => fact.isImage)?.fact.url).toBe(url);
});

test.each([
  ['Not applicable: one process only.', true],
  ['**N/A** – nothing is called.', true],
  ['**Not applicable:** one process.', true],
  ['> None, as there is one table.', true],
  ['Not needed because nothing is stored.\n\nMore on that.', true],
  ['Entfällt: nur ein Prozess.', true],
  ['**Entfällt**, da nichts gespeichert wird.', true],
  ['Sans objet : un seul processus.', true],
  ['Keine Angaben sind alt.', false],
  ['N/A', false],
  ['Not applicable: [the reason]', false],
  ['Nothing else matters.', false],
  ['The rule is not applicable: it is old.', false],
])('a section may say why it does not apply: %j', (text, expected) => {
  expect(modelOf(`# A\n\n${text}\n`).shape.explainedAway).toEqual([false, expected]);
});

test('the shape stays the same object while a reason is written on', () => {
  const before = modelOf('# A\n\nNot applicable: one process.\n');
  const at = before.tree.text.indexOf('process');
  const edit = (text: string) =>
    new DocumentModel(before.tree.edit({ span: { start: at, end: at }, text }), before);
  expect(edit('small ').shape).toBe(before.shape);
});

test('items stand in document order, with their whole text', () => {
  const { items } = modelOf('1. **FR-1**: a\n   - b `c`\n2. [ ] d\n').content;
  expect(items.map(({ fact: { whole, depth } }) => [whole, depth])).toEqual([
    ['FR-1: a', 1],
    ['b c', 2],
    ['d', 1],
  ]);
});
