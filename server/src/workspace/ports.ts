/** The files that Specwright may read, by URI. The host provides them: Node, or the client of a browser. */
export interface FileSystem {
  /**
   * The text of a file.
   * @throws FileError when it cannot be read or is not UTF-8
   */
  readText(uri: string): Promise<string>;
  /** The files in a folder, at any depth, whose names end in `ending`; empty when there is no such folder. */
  listFiles(folder: string, ending: string): Promise<string[]>;
  /**
   * The Markdown files in a folder, at any depth, but for those in `node_modules` and in folders whose names begin with a dot.
   * @param most how many to list; there may be more
   */
  listDocuments(folder: string, most: number): Promise<string[]>;
  /** Whether there is a file or a folder; undefined where the host cannot tell. */
  exists(uri: string): Promise<boolean | undefined>;
}

/** A file that could not be used, with a message for a person: what is wrong and what to do. */
export class FileError extends Error {
  constructor(
    readonly uri: string,
    message: string,
  ) {
    super(message);
    this.name = 'FileError';
  }
}

/** Tells the day, so that tests can choose it. */
export interface Clock {
  /** Today where the user is, as `YYYY-MM-DD`. */
  today(): string;
}

/** Where Specwright says what it does and what went wrong. */
export interface Log {
  info(message: string): void;
  error(message: string): void;
}

/** All that the core needs from its host. */
export interface Host {
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly log: Log;
}
