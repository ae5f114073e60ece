// The part of Vitest that the unit tests use, for scripts/mutation/runner.mjs: it collects the tests instead of running them.
import { format } from 'node:util';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend, type ExpectStatic } from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

type Body = (...values: never[]) => unknown;
type Declare = (name: string, body: () => unknown, timeout?: number) => void;

/** Tests that take long and kill no mutant that faster ones let live. */
const SLOW = /thousands|structure of their sources/u;

/** Every test that was declared, by a name that no other has. */
export const tests: { name: string; body: () => unknown }[] = [];
const groups: string[] = [];
const names = new Set<string>();

/** As in Vitest. */
export const expect = chai.expect as unknown as ExpectStatic;

/** Of Vitest's spies the one that is used: it counts how often a getter is asked. */
export const vi = {
  spyOn(target: object, name: string, _access: 'get') {
    const own = Object.getOwnPropertyDescriptor(target, name)!;
    const calls: unknown[] = [];
    const get = function (this: unknown): unknown {
      calls.push([]);
      return own.get!.call(this);
    };
    Object.defineProperty(target, name, { ...own, get });
    return { mock: { calls }, mockRestore: () => Object.defineProperty(target, name, own) };
  },
};

/** The name of a row's test: `%s` stands for its values in turn, `$name` for a property of the first. */
function nameOf(name: string, values: readonly unknown[]): string {
  const placeholders = name.match(/%[sdjo]/gu)?.length ?? 0;
  const [first] = values;
  return format(name, ...values.slice(0, placeholders)).replace(/\$(\w+)/gu, (whole, key: string) =>
    typeof first === 'object' && first !== null ? String(Reflect.get(first, key)) : whole,
  );
}

function withEach<D extends Declare>(declare: D) {
  const each = (table: readonly unknown[]) => (name: string, body: Body, timeout?: number) => {
    for (const row of table) {
      const values = Array.isArray(row) ? row : [row];
      declare(nameOf(name, values), () => body(...(values as never[])), timeout);
    }
  };
  return Object.assign(declare, { each });
}

const nothing = withEach(() => undefined);

// A test that asks for more time than others is a fuzz too slow to be run for each mutant, and is left out.
const declareTest = withEach((name, body, timeout) => {
  if (timeout !== undefined || SLOW.test(name)) return;
  const whole = [...groups, name].join(' ');
  let unique = whole;
  for (let number = 2; names.has(unique); number++) unique = `${whole} (${number})`;
  names.add(unique);
  tests.push({ name: unique, body });
});

/** A test. */
export const test = Object.assign(declareTest, { skip: () => undefined });

const group = withEach((name, body) => {
  groups.push(name);
  body();
  groups.pop();
});

/** A group of tests. */
export const describe = Object.assign(group, {
  skipIf: (condition: boolean) => (condition ? nothing : group),
});
