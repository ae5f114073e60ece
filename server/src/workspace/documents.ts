import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { OpenDocument } from './open-document';
import type { Log } from './ports';
import type { TemplateChoice } from './spec';

/** The documents that are open in the editor. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();

  /** @param choose what decides the template of the document at a URI */
  constructor(
    private readonly choose: (uri: string) => TemplateChoice,
    private readonly log: Log,
  ) {}

  add(uri: string, text: string, version: number): OpenDocument {
    const document = new OpenDocument(uri, text, this.choose(uri), version, this.log);
    this.open.set(uri, document);
    return document;
  }

  /** @returns undefined when no such document is open */
  change(
    uri: string,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument | undefined {
    const document = this.open.get(uri);
    document?.change(changes, version);
    return document;
  }

  remove(uri: string): void {
    this.open.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  all(): IterableIterator<OpenDocument> {
    return this.open.values();
  }

  /** Looks for every document's template anew, after templates or settings changed. */
  chooseAgain(): void {
    for (const document of this.open.values()) document.choose(this.choose(document.uri));
  }
}
