// Stands in for `node:assert/strict`, which a browser does not have: what the tests use of it.
import { equals } from '@vitest/expect';

export function ok(value: unknown, message = `${String(value)} is falsy.`): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? difference(actual, expected));
}

export function notEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(!Object.is(actual, expected), message ?? `Not to be ${shown(expected)}.`);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(equals(actual, expected, [], true), message ?? difference(actual, expected));
}

export function match(text: string, pattern: RegExp, message?: string): void {
  ok(pattern.test(text), message ?? `${shown(text)} does not match ${pattern}.`);
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  ok(!pattern.test(text), message ?? `${shown(text)} matches ${pattern}.`);
}

export function fail(message: string): never {
  throw new Error(message);
}

function difference(actual: unknown, expected: unknown): string {
  return `Expected ${shown(expected)}, got ${shown(actual)}.`;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
