import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { DocumentModel } from '../model/document-model';
import { verifyIncremental } from '../syntax/verify';
import { SyntaxTree } from '../syntax/tree';
import { statedTemplate } from '../template/stated-template';
import { applyChange, type TextChange } from '../text/change';
import { Lines } from './lines';
import type { Log } from './ports';
import { buildSpec, type Spec, type TemplateChoice } from './spec';

/** A document that is open in an editor: its text, and what is known of it, kept up with each change. */
export class OpenDocument {
  private currentModel: DocumentModel;
  private current: Spec | undefined;
  private edited: number | undefined;
  private currentLines: Lines;

  /**
   * @param version as LSP counts them; any number where nobody else counts
   * @param log where to say that an edit had to be read afresh
   */
  constructor(
    readonly uri: string,
    text: string,
    private choice: TemplateChoice,
    private currentVersion = 0,
    private readonly log?: Pick<Log, 'error'>,
  ) {
    this.currentModel = new DocumentModel(SyntaxTree.parse(text));
    this.currentLines = new Lines(this.currentModel.tree);
    this.current = buildSpec(this.currentModel, choice);
  }

  get version(): number {
    return this.currentVersion;
  }

  /** What the document holds, whether it is a spec or not. */
  get model(): DocumentModel {
    return this.currentModel;
  }

  /** The document with the template that it follows; undefined where it is no spec. */
  get spec(): Spec | undefined {
    return this.current;
  }

  /** Offsets to LSP positions (line and UTF-16 unit from 0) and back. */
  get lines(): Lines {
    return this.currentLines;
  }

  get content(): string {
    return this.currentModel.tree.text;
  }

  /** The line, from 0, of the last change; undefined before the first and after a change to several lines. */
  get editedLine(): number | undefined {
    return this.edited;
  }

  /** Takes the changes of one `textDocument/didChange` in order. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    let { tree } = this.currentModel;
    for (const change of changes) {
      if ('range' in change) {
        const { start: from, end: to } = change.range;
        const offsets = [this.currentLines.offsetAt(from), this.currentLines.offsetAt(to)] as const;
        const span = { start: Math.min(...offsets), end: Math.max(...offsets) };
        tree = this.treeAfter(tree, { span, text: change.text });
        this.edited = from.line === to.line && !/[\r\n]/u.test(change.text) ? from.line : undefined;
      } else {
        tree = SyntaxTree.parse(change.text);
        this.edited = undefined;
      }
      this.currentLines = new Lines(tree);
    }
    this.currentVersion = version;
    this.currentModel = new DocumentModel(tree, this.currentModel);
    this.current = buildSpec(this.currentModel, this.choice, this.current);
  }

  /** The id of a template that the document names and that there is not. */
  get unknownTemplate(): string | undefined {
    const { forced, schemas } = this.choice;
    const named = forced ? undefined : statedTemplate(this.currentModel.shape, schemas).id;
    return schemas.some(({ id }) => id === named) ? undefined : named;
  }

  /** Looks for the template anew, after templates or settings changed. */
  choose(choice: TemplateChoice): void {
    this.choice = choice;
    this.current = buildSpec(this.currentModel, choice);
  }

  /** Forgets where the last change was, once its line may be spoken of. */
  settle(): void {
    this.edited = undefined;
  }

  /** How the incrementally read tree differs from one read afresh; undefined where it does not. For `specwright.debug.verifyIncremental`. */
  verify(): string | undefined {
    return verifyIncremental(this.currentModel.tree);
  }

  /** An edit that the incremental reader fails on is read afresh: slower, and right. */
  private treeAfter(tree: SyntaxTree, change: TextChange): SyntaxTree {
    try {
      return tree.edit(change);
    } catch (error) {
      this.log?.error(`${this.uri}: an edit had to be read afresh, which is a fault. ${String(error)}`);
      return SyntaxTree.parse(applyChange(tree.text, change));
    }
  }
}
