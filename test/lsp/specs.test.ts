import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol';
import {
  specsChangedNotification,
  specsRequest,
  type SpecEntry,
  type SpecsResult,
} from '../../server/src/protocol';
import { Client } from './client';
import { decision, decisionTemplate, finished, startsProcesses, workspaceFolder } from './fixtures';

startsProcesses();

/** A client that shows the specs: it asks, and asks again whenever it is told to. */
async function listening(folders: readonly string[], settings: unknown = {}) {
  let specs: readonly SpecEntry[] = [];
  let told = 0;
  let isComplete = false;
  let look: () => void = () => undefined;
  const ask = async (): Promise<void> => {
    const { specs: now, complete } = await client.request<SpecsResult>(specsRequest, {});
    [specs, isComplete] = [now, complete];
    look();
  };
  const client = await Client.start({
    folders,
    settings,
    prepare: ({ server: { connection } }) => {
      connection.onNotification(specsChangedNotification, () => {
        told += 1;
        void ask();
      });
    },
  });
  await ask();
  /** Waits until all is read and the list is as wanted: one line a spec. */
  const until = (lines: readonly string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        try {
          expect(linesOf(specs)).toEqual(lines);
          reject(new Error('It is as wanted, and not said to be complete.'));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      }, 20_000);
      look = () => {
        if (!isComplete || linesOf(specs).join('\n') !== lines.join('\n')) return;
        clearTimeout(timer);
        resolve();
      };
      look();
    });
  return { client, until, told: () => told, specs: () => specs };
}

function linesOf(specs: readonly SpecEntry[]): string[] {
  return specs.map(
    ({ path, title, status, template, questions }) =>
      `${path}: ${title}, ${status}, ${template.id}, ${questions.length}`,
  );
}

const asked = decision.replace('Two.', 'Two.\n\n## Open Questions\n\n- Who decides? (by 2020-01-02)');
const files = {
  '.specwright/templates/decision.md': decisionTemplate,
  'specs/queue.md': asked,
  'specs/links.md': finished,
  'README.md': '# Read me\n\n## Usage\n',
};
const links = 'specs/links.md: Short Link Service, In Review, system, 0';

test.concurrent('added, changed and deleted files, and templates', async () => {
  const { uri, uriOf, write, path } = workspaceFolder(files);
  const { client, until, specs } = await listening([uri]);
  await until([links, 'specs/queue.md: Queue, Open, decision, 1']);
  const [, queue] = specs();
  expect(queue).toMatchObject({
    uri: uriOf('specs/queue.md'),
    folder: uri,
    phase: 'draft',
    meaning: null,
    template: { id: 'decision', name: 'decision' },
    questions: [{ text: 'Who decides?', due: '2020-01-02', isOverdue: true }],
    approvals: [],
  });
  client.fileChanged(write('specs/topic.md', decision.replace('Queue', 'Topic')), FileChangeType.Created);
  await until([
    links,
    'specs/queue.md: Queue, Open, decision, 1',
    'specs/topic.md: Topic, Open, decision, 0',
  ]);
  client.fileChanged(write('specs/topic.md', decision.replace('Queue', 'Theme')), FileChangeType.Changed);
  rmSync(join(path, 'specs/queue.md'));
  client.fileChanged(uriOf('specs/queue.md'), FileChangeType.Deleted);
  await until([links, 'specs/topic.md: Theme, Open, decision, 0']);
  rmSync(join(path, '.specwright/templates/decision.md'));
  client.fileChanged(uriOf('.specwright/templates/decision.md'), FileChangeType.Deleted);
  await until([links]);
  client.fileChanged(write('.specwright/templates/verdict.md', decisionTemplate), FileChangeType.Created);
  await until([links, 'specs/topic.md: Theme, Open, verdict, 0']);
  expect(client.log).toEqual([]);
});

test.concurrent('unsaved text counts, and settings', async () => {
  const { uri, uriOf } = workspaceFolder(files);
  const { client, until } = await listening([uri]);
  const queue = uriOf('specs/queue.md');
  client.open(queue, asked);
  client.replace(queue, '# Queue', '# Broker');
  await until([links, 'specs/queue.md: Broker, Open, decision, 1']);
  client.replace(queue, '- Who decides? (by 2020-01-02)', '- Who decides? Resolved: Ewa.');
  await until([links, 'specs/queue.md: Broker, Open, decision, 0']);
  client.open('untitled:Untitled-1', asked);
  client.close(queue);
  await until([links, 'specs/queue.md: Queue, Open, decision, 1']);
  client.configure({ enable: false });
  await until([]);
  client.configure({ rules: { 'missing-section': 'off' } });
  await until([links, 'specs/queue.md: Queue, Open, decision, 1']);
  expect(client.log).toEqual([]);
});

test.concurrent('nobody is told who has not asked, nor twice', async () => {
  const { uri, uriOf, write } = workspaceFolder({});
  const told: string[] = [];
  const client = await Client.start({
    folders: [uri],
    prepare: ({ server: { connection } }) => {
      connection.onNotification(specsChangedNotification, () => {
        told.push('told');
      });
    },
  });
  client.fileChanged(write('a.md', finished), FileChangeType.Created);
  expect(await client.pull(uriOf('a.md'))).toEqual([]);
  expect(told).toEqual([]);
  const isComplete = async () => (await client.request<SpecsResult>(specsRequest, {})).complete;
  while (!(await isComplete()));
  told.length = 0;
  client.fileChanged(write('b.md', finished), FileChangeType.Created);
  client.fileChanged(write('c.md', finished), FileChangeType.Created);
  while (told.length === 0) await client.pull(uriOf('a.md'));
  client.fileChanged(write('d.md', finished), FileChangeType.Created);
  let specs: SpecEntry[] = [];
  while (specs.length < 4) ({ specs } = await client.request<SpecsResult>(specsRequest, {}));
  expect(specs.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md', 'd.md']);
  expect(told).toEqual(['told']);
});

test.concurrent('several folders, one in the other; none', async () => {
  const { uri, uriOf, write } = workspaceFolder({ 'a.md': finished, 'inner/b.md': finished });
  const { client, until, specs } = await listening([uri, uriOf('inner')]);
  const titled = ': Short Link Service, In Review, system, 0';
  await until([`a.md${titled}`, `b.md${titled}`]);
  expect(specs().map(({ folder }) => folder)).toEqual([uri, uriOf('inner')]);
  client.changeFolders({ removed: [uriOf('inner')] });
  await until([`a.md${titled}`, `inner/b.md${titled}`]);
  client.changeFolders({ removed: [uri] });
  await until([]);
  client.open(write('a.md', finished), finished);
  await until([]);
});
