import { describe, expect, test } from 'vitest';
import { isSampleLabel } from '../../server/src/rules/engine/sample-labels';
import { findTodoMarkers } from '../../server/src/rules/engine/todo-markers';
import { mayHoldVagueTerms, vagueTermsIn } from '../../server/src/rules/engine/vague-terms';
import { schemaOf } from '../support/check-text';

describe('vague-terms', () => {
  const none = { words: [], ignore: [] };

  test.each([
    ['Fast answers', ['Fast']],
    ['A fast and robust import', ['fast', 'robust']],
    ['It answers. Fast imports, too.', ['Fast']],
    ['As far as possible, etc.', ['As far as possible', 'etc.']],
    ['Within 2 s', []],
    ['The desk calls it "so fast", “so quick”, „so easy to use“, «so robust», and seamless', ['seamless']],
    ['An import (a fast one) and a link [a fast one] that is robust', ['robust']],
    ['Payments via Quick Check', []],
    ['Payments via  Quick Check', []],
    ['Payments by Stripe, Quick Check and others', []],
    ['Step 2 Quick Check', []],
    ['not just fast', []],
    ['faster than the old one', []],
    ['a breakfast menu', []],
  ])('in %j', (text, terms) => {
    const found = vagueTermsIn(text, { ...none });
    expect(found.map(({ term }) => term)).toEqual(terms);
    for (const { term, start, end } of found) expect(text.slice(start, end)).toBe(term);
  });

  test('with more terms and fewer', () => {
    const options = {
      words: [' modern ', '', 'c++', 'well  known', 'data', 'data lake'],
      ignore: [' ROBUST '],
    };
    const text = 'Modern, robust and fast, in c++, with well known data from a data lake';
    expect(vagueTermsIn(text, options).map(({ term }) => term)).toEqual([
      ...['Modern', 'fast', 'c++', 'well known', 'data', 'data lake'],
    ]);
    expect(vagueTermsIn(text, { ...none }).map(({ term }) => term)).toEqual(['robust', 'fast']);
  });

  test.each([
    ['fast', true],
    ['so "fast"', true],
    ['within 2 s', false],
  ])('may stand in %j: %j', (text, expected) => {
    expect(mayHoldVagueTerms(text, { ...none })).toBe(expected);
  });
});

describe('todo-markers', () => {
  test.each([
    ['TBD', ['TBD']],
    ['tbd.', ['tbd']],
    ['FIXME: the owner is TBD.', ['FIXME', 'TBD']],
    ['TODO: the limit  \nTODO: the load', ['TODO', 'TODO']],
    ['Owner: Anna\n**Date:** TBD', ['TBD']],
    ['A TODO list', []],
    ['TBD values are shown in grey', []],
    ['', []],
  ])('in %j', (text, markers) => {
    const found = findTodoMarkers(text);
    expect(found.map((marker) => marker.text)).toEqual(markers);
    for (const marker of found) expect(text.slice(marker.start)).toMatch(new RegExp(`^${marker.text}`, 'u'));
    expect(new Set(found.map(({ start }) => start)).size).toBe(found.length);
  });

  test.each([
    ['The limit is WIP', ['WIP']],
    ['WIP? and (WIP)', ['WIP', 'WIP']],
    ['"WIP is no answer"', []],
    ['The answer was “still WIP”', []],
    ['WIPE', []],
    ['Nothing', []],
  ])('of the author in %j', (text, markers) => {
    expect(findTodoMarkers(text, ['WIP', '']).map((marker) => marker.text)).toEqual(markers);
  });
});

describe('sample-labels', () => {
  const slot = schemaOf(`# [Name]

## Goals

- [Goal 1: what gets better]
- Technical risk 1: [what may happen]
- Owner: [Name]

| What | Cost |
|------|------|
| [Item 1] | [Cost] |
`).allSlots.find(({ title }) => title === 'Goals')!;

  test.each([
    ['Goal 2', 'item', undefined, true],
    ['GOAL 12', 'item', undefined, true],
    ['Goal', 'item', undefined, false],
    ['[Goal 2]', 'item', undefined, false],
    ['', 'item', undefined, false],
    ['Technical risk 3', 'item', undefined, true],
    ['Owner', 'item', undefined, false],
    ['Goal 2', 'cell', 'what', false],
    ['Item 3', 'cell', 'what', true],
    ['Item 3', 'cell', 'cost', false],
    ['Item 3', 'item', undefined, false],
  ] as const)('%j in %s %j: %j', (text, kind, column, expected) => {
    expect(isSampleLabel(slot, text, kind, column)).toBe(expected);
  });
});
