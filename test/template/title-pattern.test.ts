import { describe, expect, test } from 'vitest';
import { foldTitle } from '../../server/src/model/fold';
import { compileTitle, titleFits } from '../../server/src/template/title-pattern';

describe('a title of a document fits that of a template', () => {
  test.each([
    ['Component 1: [Name]', 'Component 7: Depot', true],
    ['Component 1: [Name]', 'Component 7', true],
    ['Component 1: [Name]', 'Component: Depot', false],
    ['Component 1: [Name]', 'Components 7: Depot', false],
    ['Component 1: [Name]', 'The Component 7: Depot', false],
    ['[Name] Service', 'Parcel Service', true],
    ['2. [Name] Service', '5. Parcel Service', true],
    ['2. [Name] Service', 'Parcel Service', true],
    ['📦 Component: [Name] {#one}', 'Component: Depot', true],
    ['[Name] Service', 'Service', true],
    ['[Name] Service', 'Parcel Service Plan', false],
    ['[Name] Service', 'Parcelservice', false],
    ['From [A] to [B]', 'From Rome to Oslo', true],
    ['From [A] to [B]', 'From to', true],
    ['From [A] to [B]', 'From Rome', false],
    ['Plan of {{project}}', 'Plan of Parcels', true],
    ['Plan of {project}', 'Plan of Parcels', true],
    ['Plan of <project>', 'Plan of Parcels', true],
    ['Plan of <project>', 'Plan', false],
    ['Role: [Name] of [Team]', 'Role Ann, whatever she does', true],
    ['Costs (a+b) [year]', 'Costs (a+b) 2026', true],
    ['[Name]', 'Parcels', false],
    ['[HTTP Method] [Path]', 'GET /parcels', false],
    ['Goals', 'goals', true],
    ['Goals', 'Goals 2026', false],
  ])('%s: %s', (title, own, expected) => {
    expect(titleFits(compileTitle(title, [], false), foldTitle(own))).toBe(expected);
  });

  test('whatever its number, where the numbers vary', () => {
    const story = compileTitle('Story 1', [], true);
    expect(
      ['Story 2', 'Story 12: Late', 'Story', 'My Story 2'].map((own) => titleFits(story, foldTitle(own))),
    ).toEqual([true, true, false, false]);
    expect(titleFits(compileTitle('Story 1', [], false), foldTitle('Story 2'))).toBe(false);
  });

  test('by its other titles', () => {
    const goals = compileTitle('Goals of [Name]', ['Aims', 'Ziele!', '---'], false);
    expect(['aims', 'ziele', '', 'goals of it'].map((folded) => titleFits(goals, folded))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test('with a code span that shows a sample, unless the title starts with it', () => {
    const fits = (source: string, own: string) =>
      titleFits(compileTitle(source.replaceAll('`', ''), [], false, source), foldTitle(own));
    expect(fits('Table: `table_name`', 'Table: parcels')).toBe(true);
    expect(fits('`config` keys', 'secret keys')).toBe(false);
    expect(fits('`config` keys', 'config keys')).toBe(true);
  });

  test.each([
    ['[Name]', true],
    ['[HTTP Method] [Path]', true],
    ['1. [Name]', true],
    ['Plan [Name]', false],
    ['[Name] plan', false],
    ['Plan', false],
  ])('%s may be anything: %s', (title, expected) => {
    expect(compileTitle(title, [], false).anyTitle).toBe(expected);
  });

  test.each([
    ['Component 1: [Name]', 'Component 2: [Other name]', true],
    ['Component 1: [Name]', 'Component 2', false],
    ['[HTTP Method] [Path]', '[Name]', true],
    ['Part 1 of [A] [B]', 'Part 20 of [A]', true],
    ['Part 1 of [A]', 'Part 1 in [A]', false],
  ])('%s and %s are one pattern: %s', (one, other, expected) => {
    const keys = [one, other].map((title) => compileTitle(title, [], true).key);
    expect(keys[0] === keys[1]).toBe(expected);
  });
});
