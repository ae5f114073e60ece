import { describe, expect, test } from 'vitest';
import { foldTitle } from '../../server/src/model/fold';

describe('two titles are one', () => {
  test.each([
    ['case', 'API Design', 'api design'],
    ['case of other scripts', 'ЦЕЛИ', 'цели'],
    ['punctuation', 'Goals, and why:', 'Goals and why'],
    ['a question mark', 'What is it?', 'What is it'],
    ['numbering', 'Security', '2.1 Security'],
    ['numbering with a full stop', 'Security', '3. Security'],
    ['numbering with a bracket', 'Security', '3) Security'],
    ['numbering at three levels', 'Security', '2.1.3. Security'],
    ['Roman numbering', 'Security', 'IV. Security'],
    ['letters as numbering', 'Security', 'b) Security'],
    ['emoji', 'Security', '🔒 Security'],
    ['emoji with a joiner', 'Team', '👩‍💻 Team'],
    ['a keycap', 'Goals', '1️⃣ Goals'],
    ['emoji by name', 'Launch', ':rocket: Launch'],
    ['an ampersand', 'Risks and Mitigations', 'Risks & Mitigations'],
    ['hyphens', 'Non-Goals', 'Non Goals'],
    ['dashes', 'Goals – Why', 'Goals - Why'],
    ['a mark', 'Goals', 'Goals (optional)'],
    ['a mark in square brackets', 'Goals', 'Goals [Optional]'],
    ['a mark on what is required', 'Goals', 'Goals (required)'],
    ['an anchor', 'Goals', 'Goals {#goals}'],
    ['apostrophes', "What's new", 'What’s new'],
    ['wide letters', 'API', 'ＡＰＩ'],
    ['Chinese punctuation', '概要', '概要：'],
    ['Japanese numbering and brackets', '「設計」', '1. 設計'],
    ['composed letters', 'Résumé', 'Re\u0301sume\u0301'],
    ['white space', 'Data  Model', ' Data\tModel '],
    ['underscores', 'Data_Model', 'Data Model'],
  ])('whatever their %s', (_, one, other) => {
    expect(foldTitle(other)).toBe(foldTitle(one));
    expect(foldTitle(one)).not.toBe('');
  });
});

describe('two titles are two', () => {
  test.each([
    ['Goals', 'Goal'],
    ['Non-Goals', 'Goals'],
    ['Phase 1', 'Phase 2'],
    ['概要', '設計'],
    ['Test', 'Tests'],
    ['C', 'C API'],
    ['Goals (draft)', 'Goals'],
    ['Café', 'Cafe'],
  ])('%s and %s', (one, other) => {
    expect(foldTitle(other)).not.toBe(foldTitle(one));
  });
});

test.each([
  ['1', '1'],
  ['2.1', '2 1'],
  ['IV.', 'iv'],
  ['A.', 'a'],
  ['I am a heading', 'i am a heading'],
  ['2026', '2026'],
])('numbering is what stands before a title: %j', (title, folded) => {
  expect(foldTitle(title)).toBe(folded);
});
