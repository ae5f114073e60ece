import { describe, expect, test } from 'vitest';
import { methodMeantBy } from '../../server/src/rules/engine/http-methods';
import { isOpenCell } from '../../server/src/rules/engine/open-cell';
import { chainsIn, shareIn } from '../../server/src/rules/engine/rollout-share';

describe('the method that a word was meant to be', () => {
  test.each([
    ['PSOT', 'POST'],
    ['DELET', 'DELETE'],
    ['DELEETE', 'DELETE'],
    ['GEX', 'GET'],
    ['ETG', undefined],
    ['post', undefined],
    ['GETS', 'GET'],
    ['PU', undefined],
    ['OTPIOSN', undefined],
    ['PATHCH', 'PATCH'],
    ['HEDA', 'HEAD'],
    ['SUBSCRIBE', undefined],
  ])('%s: %s', (word, method) => {
    expect(methodMeantBy(word)).toBe(method);
  });
});

test.each([
  ['[Name]', true],
  ['[Name].', true],
  ['{name}', true],
  ['<name>:', true],
  ['YYYY-MM-DD', true],
  ['by YYYY', true],
  ['High / Medium / Low', true],
  ['[Name] of Anna', false],
  ['the [Name]', false],
  ['Anna', false],
  ['', false],
])('whether a cell waits for its answer: %j', (text, expected) => {
  expect(isOpenCell(text)).toBe(expected);
});

test.each([
  ['5% of users', 5, 'users'],
  ['**12.5%** of the users', 12.5, 'users'],
  ['2,5 % of all tenants', 2.5, 'tenants'],
  ['5% of users, 10% of tenants', undefined, undefined],
  ['10% of members in the EU', 10, 'members in eu'],
  ['below 5% of users', undefined, undefined],
  ['10% of users, while errors stay below 1% of requests', 10, 'users'],
  ['nobody', undefined, undefined],
])('the share that a step names: %s', (text, percent, of) => {
  const share = shareIn(text);
  expect([share?.percent, share?.of]).toEqual([percent, of]);
  if (share) expect(text.slice(share.start, share.end)).toMatch(/^\d+(?:[.,]\d+)?$/u);
});

test.each([
  ['5% → 25% → 100%', [[5, 25, 100]]],
  ['0.5% -> 2,5% => 10 %', [[0.5, 2.5, 10]]],
  [
    '1% > 5%, then 10%→50%',
    [
      [1, 5],
      [10, 50],
    ],
  ],
  ['5 % → 12.55% → 20.25%', [[5, 12.55, 20.25]]],
  ['5%, 25%', []],
])('the shares of a chain: %s', (text, expected) => {
  const chains = chainsIn(text);
  expect(chains.map((chain) => chain.map(({ percent }) => percent))).toEqual(expected);
  for (const { start, end, percent } of chains.flat())
    expect(Number(text.slice(start, end).replace(',', '.'))).toBe(percent);
});
