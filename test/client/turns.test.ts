import { expect, test } from 'vitest';
import { Turns } from '../../client/src/turns';

/** Notes when a piece of work begins and ends; it ends when it is told to. */
function piece(log: string[], name: string) {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  const work = async (): Promise<string> => {
    log.push(`${name} begins`);
    await ended.finally(() => log.push(`${name} ends`));
    return name;
  };
  return { work, end };
}

test('work that is added while other work goes on waits for it', async () => {
  const log: string[] = [];
  const turns = new Turns();
  const [first, second] = [piece(log, 'first'), piece(log, 'second')];
  const results = [turns.add(first.work), turns.add(second.work)];
  second.end();
  await Promise.resolve();
  expect(log).toEqual(['first begins']);
  first.end();
  expect(await Promise.all(results)).toEqual(['first', 'second']);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('work that fails keeps nobody from their turn', async () => {
  const log: string[] = [];
  const turns = new Turns();
  const [first, second] = [piece(log, 'first'), piece(log, 'second')];
  const failing = turns.add(first.work);
  const following = turns.add(second.work);
  first.end(new Error('It did not start.'));
  second.end();
  await expect(failing).rejects.toThrow('It did not start.');
  expect(await following).toBe('second');
  await turns.done;
  expect(log.at(-1)).toBe('second ends');
});
