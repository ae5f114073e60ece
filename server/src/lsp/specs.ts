import type { CancellationToken } from 'vscode-languageserver';
import type { ListedSpec } from '../features/specs-list/spec-reader';
import { SpecsList } from '../features/specs-list/specs-list';
import { specsChangedNotification, specsRequest, type SpecEntry, type SpecsResult } from '../protocol';
import { answer, guard } from './guard';
import type { Session } from './session';

/** How long a request waits for what changed just now; what takes longer is told of later. */
const PATIENCE_MS = 150;
/** How long nobody must have typed before files are read, and before what was typed shows in the list. */
const QUIET_MS = 300;
const SETTLED_MS = 600;
/** How often a client is told that there is more, while files are read. */
const READING_MS = 700;

/**
 * The specs of the workspace. Nothing is read until a client asks, and no more once it was told of a change and does not ask
 * again: its view is hidden then.
 */
export function serveSpecs(session: Session): void {
  const { connection, host } = session;
  let isTold = true;
  let typed = 0;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let asked: (() => void)[] = [];
  const list = new SpecsList({
    host,
    workspaces: session.workspaces,
    open: () => session.documents.all(),
    choose: (uri) => session.choiceFor(uri),
    problems: (document, configuration) => session.diagnostics.problems(document, configuration),
    pause,
  });
  list.onDidChange(() => {
    if (!isTold) telling ??= setTimeout(tell, list.isComplete ? 0 : READING_MS);
  });

  connection.onRequest(specsRequest, (_params: unknown, token: CancellationToken) =>
    answer<SpecsResult>(session, 'specs', token, { specs: [], complete: true }, async () => {
      isTold = false;
      for (const goOn of asked) goOn();
      asked = [];
      await Promise.race([update(), delay(PATIENCE_MS)]);
      clearTimeout(telling);
      telling = undefined;
      return { specs: list.specs().map(entryOf), complete: list.isComplete };
    }),
  );

  const look = () => {
    if (isTold) return;
    clearTimeout(looking);
    looking = setTimeout(() => void update(), SETTLED_MS);
  };
  const lookEverywhere = () => {
    list.outdate();
    look();
  };
  session.onDidChange(() => {
    typed = Date.now();
    look();
  });
  session.onDidClose(look);
  session.onDidReadFiles(look);
  session.onDidReload(lookEverywhere);
  session.workspaces.onDidChange(lookEverywhere);

  function update(): Promise<void> {
    return guard(host.log, 'specs', () => list.update());
  }

  function tell(): void {
    telling = undefined;
    isTold = true;
    void guard(host.log, 'specs', () => connection.sendNotification(specsChangedNotification, {}));
  }

  /** Until somebody wants the list, and nobody types. */
  async function pause(): Promise<void> {
    await delay(0);
    if (isTold) await new Promise<void>((resolve) => asked.push(resolve));
    for (let left; (left = typed + QUIET_MS - Date.now()) > 0;) await delay(left);
  }
}

function entryOf({ title, id, status, meaning, questions, approvals, ...spec }: ListedSpec): SpecEntry {
  return {
    ...spec,
    progress: spec.progress ?? null,
    owners: [...spec.owners],
    title: title ?? null,
    id: id ?? null,
    status: status ?? null,
    meaning: meaning ?? null,
    questions: questions.map(({ owner, due, ...question }) => ({
      ...question,
      owner: owner ?? null,
      due: due ?? null,
    })),
    approvals: approvals.map(({ name, lacks, ...approval }) => ({
      ...approval,
      name: name ?? null,
      lacks: [...lacks],
    })),
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
