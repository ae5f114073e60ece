/** Pieces of work that are done one after another, each whatever became of those before. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  add<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Settles, and never rejects, when all is done that was added before. */
  get done(): Promise<unknown> {
    return this.#last;
  }
}
