import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { DocumentModel } from '../model/document-model';
import { verifyIncremental } from '../syntax/verify';
import { SyntaxTree } from '../syntax/tree';
import { buildSpec, type Spec, type TemplateChoice } from './spec';

/** A document that is open in an editor: its text, and what is known of it, kept up with each change. */
export class OpenDocument {
  private model: DocumentModel;
  private current: Spec | undefined;
  private edited: number | undefined;

  private readonly text: TextDocument;

  /** @param version as LSP counts them; any number where nobody else counts */
  constructor(
    uri: string,
    text: string,
    private choice: TemplateChoice,
    version = 0,
  ) {
    this.text = TextDocument.create(uri, 'markdown', version, text);
    this.model = new DocumentModel(SyntaxTree.parse(text));
    this.current = buildSpec(this.model, choice);
  }

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  /** The document with the template that it follows; undefined where it is no spec. */
  get spec(): Spec | undefined {
    return this.current;
  }

  /** Offsets to LSP positions (line and UTF-16 unit from 0) and back. */
  get lines(): Pick<TextDocument, 'positionAt' | 'offsetAt'> {
    return this.text;
  }

  get content(): string {
    return this.text.getText();
  }

  /** The line, from 0, of the last change; undefined before the first and after a change to several lines. */
  get editedLine(): number | undefined {
    return this.edited;
  }

  /** Takes the changes of one `textDocument/didChange` in order. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    let { tree } = this.model;
    for (const change of changes) {
      const isPart = 'range' in change;
      const start = isPart ? this.text.offsetAt(change.range.start) : 0;
      const end = isPart ? this.text.offsetAt(change.range.end) : tree.length;
      TextDocument.update(this.text, [change], version);
      const after = this.text.getText();
      tree = isPart ? tree.edit({ span: { start, end }, text: change.text }, after) : SyntaxTree.parse(after);
      const isOneLine =
        isPart && change.range.start.line === change.range.end.line && !/[\r\n]/u.test(change.text);
      this.edited = isOneLine ? change.range.start.line : undefined;
    }
    this.model = new DocumentModel(tree, this.model);
    this.current = buildSpec(this.model, this.choice, this.current);
  }

  /** Looks for the template anew, after templates or settings changed. */
  choose(choice: TemplateChoice): void {
    this.choice = choice;
    this.current = buildSpec(this.model, choice);
  }

  /** Forgets where the last change was, once its line may be spoken of. */
  settle(): void {
    this.edited = undefined;
  }

  /** How the incrementally read tree differs from one read afresh; undefined where it does not. For `specwright.debug.verifyIncremental`. */
  verify(): string | undefined {
    return verifyIncremental(this.model.tree);
  }
}
