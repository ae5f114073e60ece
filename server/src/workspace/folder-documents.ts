import { OpenDocument } from './open-document';
import type { FileSystem } from './ports';
import type { TemplateChoice } from './spec';
import { isWithin, plainUri } from './uri';

/** A document of a folder: as it is in the editor, or else as its file is. */
export interface FolderDocument {
  readonly document: OpenDocument;
  /** Whether it is open in the editor. */
  readonly isOpen: boolean;
  /** The version that was looked at. */
  readonly version: number;
}

/** Whether a document was edited since it was looked at, so that what was found in it no longer stands where it did. */
export function hasChanged({ document, version }: FolderDocument): boolean {
  return document.version !== version;
}

/** Somebody no longer wants what was being looked for. */
export class Cancelled extends Error {}

/** There are more documents than can be looked at, so that "all" cannot be said. */
export class TooManyDocuments extends Error {}

export interface FolderOptions {
  /** The URI of the folder. */
  readonly root: string;
  /** Whether it is a folder of the workspace; of any other only what is open is looked at. */
  readonly isListed: boolean;
  readonly files: Pick<FileSystem, 'exists' | 'listDocuments' | 'readText'>;
  /** The documents that are open, in whatever folder. */
  readonly open: () => Iterable<OpenDocument>;
  readonly choose: (uri: string) => TemplateChoice;
  /** Whether a file is one of those to look at. */
  readonly counts: (uri: string) => boolean;
  readonly isCancelled: () => boolean;
  /** How many documents to look at, at most. */
  readonly most?: number;
}

const MOST_DOCUMENTS = 20_000;
/** A host that is asked over a connection answers many questions in the time of one. */
const READ_AT_ONCE = 16;

/**
 * The documents of one folder, for one request that looks through all of them. Files are read when they are asked for, and those
 * that were parsed are kept until the request is served; reading and parsing each is a task of its own, so that whoever types is
 * served in between.
 */
export class FolderDocuments {
  readonly #options: FolderOptions;
  readonly #read = new Map<string, Promise<FolderDocument | undefined>>();

  constructor(options: FolderOptions) {
    this.#options = options;
  }

  get root(): string {
    return this.#options.root;
  }

  /** Whether there is a file; undefined where the host cannot tell. */
  exists(uri: string): Promise<boolean | undefined> {
    return this.#open().has(plainUri(uri)) ? Promise.resolve(true) : this.#options.files.exists(uri);
  }

  /** @returns undefined for a file that cannot be read */
  find(uri: string): Promise<FolderDocument | undefined> {
    const open = this.#open().get(plainUri(uri));
    if (open) return Promise.resolve(asOpen(open));
    return this.#parse(uri);
  }

  /**
   * The documents whose texts may hold what is looked for.
   * @param isCandidate a quick look before a slow one
   * @throws Cancelled once nobody wants them any longer
   * @throws TooManyDocuments
   */
  async *having(isCandidate: (text: string, uri: string) => boolean): AsyncGenerator<FolderDocument> {
    const open = this.#open();
    for (const document of open.values()) {
      this.#throwIfCancelled();
      if (isCandidate(document.content, document.uri)) yield asOpen(document);
    }
    const files = (await this.#list()).filter((uri) => !open.has(plainUri(uri)));
    for (let at = 0; at < files.length; at += READ_AT_ONCE) {
      const batch = files.slice(at, at + READ_AT_ONCE);
      const texts = await Promise.all(batch.map((uri) => this.#text(uri)));
      this.#throwIfCancelled();
      for (const [index, uri] of batch.entries()) {
        const text = texts[index];
        if (text === undefined || !isCandidate(text, uri)) continue;
        const found = await this.#parse(uri, text);
        if (found) yield found;
        await nextTask();
        this.#throwIfCancelled();
      }
    }
  }

  #open(): Map<string, OpenDocument> {
    const { root, open, counts } = this.#options;
    const inside = [...open()].filter(({ uri }) => isWithin(uri, root) && counts(uri));
    return new Map(inside.map((document) => [plainUri(document.uri), document]));
  }

  async #list(): Promise<string[]> {
    const { root, isListed, files, counts, most = MOST_DOCUMENTS } = this.#options;
    if (!isListed) return [];
    const uris = await files.listDocuments(root, most + 1);
    if (uris.length > most)
      throw new TooManyDocuments(`The folder has more than ${most} Markdown files, too many to look at.`);
    return uris.filter(counts);
  }

  /** @returns undefined where the file cannot be read, which must not keep the others from being looked at */
  #text(uri: string): Promise<string | undefined> {
    return this.#options.files.readText(uri).then(
      // An editor does not count a byte order mark.
      (text) => text.replace(/^\uFEFF/u, ''),
      () => undefined,
    );
  }

  #parse(uri: string, text?: string): Promise<FolderDocument | undefined> {
    const key = plainUri(uri);
    let found = this.#read.get(key);
    if (!found) {
      found = (text === undefined ? this.#text(uri) : Promise.resolve(text)).then((content) =>
        content === undefined
          ? undefined
          : {
              document: new OpenDocument(uri, content, this.#options.choose(uri)),
              isOpen: false,
              version: 0,
            },
      );
      this.#read.set(key, found);
    }
    return found;
  }

  #throwIfCancelled(): void {
    if (this.#options.isCancelled()) throw new Cancelled();
  }
}

function asOpen(document: OpenDocument): FolderDocument {
  return { document, isOpen: true, version: document.version };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
