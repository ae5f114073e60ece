import { OpenDocument } from './open-document';
import type { FileSystem } from './ports';
import type { TemplateChoice } from './spec';
import { sparseText } from './sparse-text';
import { isWithin, plainUri } from './uri';

/** A document of a folder: as it is in the editor, or else as its file is. */
export interface FolderDocument {
  readonly document: OpenDocument;
  /** Whether it is open in the editor. */
  readonly isOpen: boolean;
  /** The version that was looked at. */
  readonly version: number;
  /** The text that was looked at; of a document that is no more than parts of its text the whole. */
  readonly text: string;
}

/** What is looked for in all documents. */
export interface Search {
  /** Whether a document may hold it, by its text: a quick look before a slow one. */
  readonly mayBeIn: (text: string, uri: string) => boolean;
  /** Whether a part of it may: headings and metadata are read in any case. */
  readonly mayBeInPart: (block: string) => boolean;
}

/** Whether a document was edited since it was looked at, so that what was found in it no longer stands where it did. */
export function hasChanged({ document, version }: FolderDocument): boolean {
  return document.version !== version;
}

/** Somebody no longer wants what was being looked for. */
export class Cancelled extends Error {}

/** There are more documents than can be looked at, so that "all" cannot be said. */
export class TooManyDocuments extends Error {}

/** What a request needs to look through a folder. */
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
 * The documents of one folder, for one request that looks through all of them. Files are read when they are asked for; reading
 * and parsing each is a task of its own, so that whoever types is served in between.
 */
export class FolderDocuments {
  readonly #options: FolderOptions;
  /** The files that held something, so that a second look sees the same; those that were parsed as a whole. */
  readonly #texts = new Map<string, string>();
  readonly #parsed = new Map<string, Promise<FolderDocument | undefined>>();

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
    const key = plainUri(uri);
    const open = this.#open().get(key);
    if (open) return Promise.resolve(asOpen(open));
    let found = this.#parsed.get(key);
    if (!found) this.#parsed.set(key, (found = this.#parse(uri)));
    return found;
  }

  /**
   * The documents whose texts may hold what is looked for. Of a file no more is parsed than the parts that may.
   * @throws Cancelled once nobody wants them any longer
   * @throws TooManyDocuments
   */
  async *having({ mayBeIn, mayBeInPart }: Search): AsyncGenerator<FolderDocument> {
    const open = this.#open();
    for (const document of open.values()) {
      this.#throwIfCancelled();
      if (mayBeIn(document.content, document.uri)) yield asOpen(document);
    }
    const files = (await this.#list()).filter((uri) => !open.has(plainUri(uri)));
    for (let at = 0; at < files.length; at += READ_AT_ONCE) {
      const batch = files.slice(at, at + READ_AT_ONCE);
      const texts = await Promise.all(batch.map((uri) => this.#text(uri)));
      this.#throwIfCancelled();
      for (const [index, uri] of batch.entries()) {
        const text = texts[index];
        if (text === undefined || !mayBeIn(text, uri)) continue;
        this.#texts.set(plainUri(uri), text);
        const parts = sparseText(text, mayBeInPart);
        yield { ...asFile(new OpenDocument(uri, parts, this.#options.choose(uri))), text };
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
    const known = this.#texts.get(plainUri(uri));
    if (known !== undefined) return Promise.resolve(known);
    return this.#options.files.readText(uri).then(
      // An editor does not count a byte order mark.
      (text) => text.replace(/^\uFEFF/u, ''),
      () => undefined,
    );
  }

  async #parse(uri: string): Promise<FolderDocument | undefined> {
    const text = await this.#text(uri);
    return text === undefined ? undefined : asFile(new OpenDocument(uri, text, this.#options.choose(uri)));
  }

  #throwIfCancelled(): void {
    if (this.#options.isCancelled()) throw new Cancelled();
  }
}

/** An open document as it is now. */
export function asOpen(document: OpenDocument): FolderDocument {
  return { document, isOpen: true, version: document.version, text: document.content };
}

function asFile(document: OpenDocument): FolderDocument {
  return { document, isOpen: false, version: document.version, text: document.content };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
