import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Log } from '../workspace/ports';
import type { Session } from './session';

/** Runs work that nobody waits for; a failure is one line in the log. */
export async function guard(log: Log, what: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(`${what}: ${describe(error)}`);
  }
}

/**
 * Answers a request once settings and templates are known: cancelled ones are answered as cancelled, and one that fails is
 * logged and answered with `fallback`, so that the editor stays quiet. A `ResponseError` that the work throws is the answer.
 */
export async function answer<T>(
  { ready, host }: Pick<Session, 'ready' | 'host'>,
  what: string,
  token: CancellationToken,
  fallback: T,
  work: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  await ready;
  if (token.isCancellationRequested)
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
  try {
    return await work();
  } catch (error) {
    if (error instanceof ResponseError) return error as ResponseError<never>;
    host.log.error(`${what}: ${describe(error)}`);
    return fallback;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
