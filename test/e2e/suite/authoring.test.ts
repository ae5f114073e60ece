import * as assert from 'node:assert/strict';
import {
  commands,
  CompletionTriggerKind,
  type Hover,
  type Position,
  Range,
  Selection,
  SnippetString,
  workspace,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type FoldingRange,
  type Location,
  type LocationLink,
  type MarkdownString,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
  type TextEditor,
  type WorkspaceEdit,
} from 'vscode';
import { closeAll, eventually, open, openCopy, workspaceFile } from './editor';

/** The place right behind the only, or the first, occurrence of a text. */
function behind(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `the document has "${text}"`);
  return document.positionAt(offset + text.length);
}

async function insert(editor: TextEditor, at: Position, text: string): Promise<Position> {
  assert.ok(await editor.edit((edit) => edit.insert(at, text)));
  return editor.document.positionAt(editor.document.offsetAt(at) + text.length);
}

function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The completions at a place, once one reads like this. */
function completion({ uri }: TextDocument, at: Position, label: RegExp): Promise<CompletionItem> {
  return eventually(`a completion ${label}`, async () => {
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
      undefined,
      50,
    );
    return items.find((item) => label.test(labelOf(item)));
  });
}

function textOf(hovers: readonly Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : (content as MarkdownString).value))
    .join('\n');
}

function urisOf(locations: readonly (Location | LocationLink)[]): string[] {
  return locations.map((location) => ('uri' in location ? location.uri : location.targetUri).toString());
}

suite('Authoring', () => {
  teardown(closeAll);

  test('a section that is missing is completed with its body and tab stops', async () => {
    const editor = await openCopy('url-shortener.md', (text) =>
      text.replace(/^## Security\n[^]*?(?=^## )/mu, ''),
    );
    const { document } = editor;
    const heading = /^## Deployment.*$/mu.exec(document.getText())!;
    const start = document.positionAt(heading.index);
    await insert(editor, start, '## Sec\n\n');
    const item = await completion(document, start.translate(0, 6), /Security/u);
    assert.ok(item.insertText instanceof SnippetString, 'it is a snippet');
    assert.match(item.insertText.value, /\$\{1:/u);
    const range = item.range instanceof Range ? item.range : item.range!.inserting;
    assert.equal(document.getText(range), '## Sec');
    assert.equal(CompletionTriggerKind.Invoke, 0);
  });

  test('a status is completed by those that the template knows', async () => {
    const editor = await openCopy('url-shortener.md', (text) =>
      text.replace('**Status:** In Review', '**Status:** '),
    );
    const at = behind(editor.document, '**Status:** ');
    await completion(editor.document, at, /^Approved/u);
  });

  test('a heading says on hover what it is for', async () => {
    const { document } = await openCopy('url-shortener.md');
    const at = behind(document, '## Secu');
    await eventually('the hover', async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
      return /required/iu.test(textOf(hovers)) || undefined;
    });
  });

  test('a requirement leads to its definition, its references, and is renamed in all files', async () => {
    const { document } = await open(workspaceFile('specs/price-list-import.md'));
    const other = workspaceFile('copies/refers.md');
    await workspace.fs.writeFile(
      other,
      new TextEncoder().encode('# Notes\n\nThe limit of FR-1 was raised.\n'),
    );
    const reference = behind(document, 'npm run e2e` green (FR-1');
    const definitions = await eventually('the definition', async () => {
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        reference,
      );
      return found.length > 0 ? found : undefined;
    });
    const [definition] = definitions;
    const range = 'range' in definition! ? definition.range : definition!.targetRange;
    assert.match(document.lineAt(range.start.line).text, /^1\. \*\*FR-1\*\*/u);
    await eventually('references in both files', async () => {
      const found = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        reference,
      );
      return new Set(urisOf(found)).size === 2 || undefined;
    });
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      reference,
      'FR-31',
    );
    const files = edit.entries().map(([uri]) => uri.toString());
    assert.deepEqual(files.sort(), [document.uri.toString(), other.toString()].sort());
    await workspace.fs.delete(other);
  });

  test('specs and requirements are found as symbols of the workspace', async () => {
    await open(workspaceFile('specs/price-list-import.md'));
    await eventually('the symbol', async () => {
      const found = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'NFR-4',
      );
      return found.some(({ name }) => name.includes('NFR-4')) || undefined;
    });
  });

  test('a section moves up by a command, with one edit that undo takes back', async () => {
    const editor = await openCopy('url-shortener.md');
    const { document } = editor;
    const before = document.getText();
    const isMoved = () => {
      const after = document.getText();
      return after.indexOf('## Background') < after.indexOf('## Executive Summary');
    };
    const at = behind(document, '## Background');
    editor.selection = new Selection(at, at);
    await eventually('the refactoring to be offered', async () => {
      const offered = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        editor.selection,
        'refactor.move.section.up',
      );
      return offered.length > 0 || undefined;
    });
    // Once: the edit comes after the command has ended, and a second one would move the section again.
    await commands.executeCommand('specwright.moveSectionUp');
    await eventually('the section to move', () => isMoved() || undefined);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('what only the schema knows is coloured, and VS Code is left the folding of sections', async () => {
    const { document } = await open(workspaceFile('specs/price-list-import.md'));
    const legend = await eventually('the legend', () =>
      commands.executeCommand<SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    );
    assert.ok(legend.tokenTypes.includes('type'));
    await eventually('the tokens', async () => {
      const tokens = await commands.executeCommand<SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return tokens.data.length > 0 || undefined;
    });
    const at = behind(document, 'rules in `rules');
    const [selection] = await eventually('the selection ranges', () =>
      commands.executeCommand<SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [at]),
    );
    const around: string[] = [];
    for (let each: SelectionRange | undefined = selection; each; each = each.parent)
      around.push(document.getText(each.range));
    assert.ok(
      around.some((text) => /^### Functional Requirements\n[^#]*$/u.test(text)),
      'one of them is the section',
    );
    const folds = await eventually('the folds', () =>
      commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
    );
    const line = document.positionAt(document.getText().indexOf('## Requirements')).line;
    assert.equal(folds.filter(({ start }) => start === line).length, 1);
  });

  test('the code lens is off until it is wanted', async () => {
    const { document } = await openCopy('price-list-import.md');
    const lenses = () =>
      commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
    const own = async () =>
      (await lenses()).filter(({ command }) => /Add|reference/iu.test(command?.title ?? ''));
    assert.deepEqual(await own(), []);
    const settings = workspace.getConfiguration('specwright');
    await settings.update('codeLens.enable', true);
    try {
      await eventually('the lenses', async () => ((await own()).length > 0 ? true : undefined));
    } finally {
      await settings.update('codeLens.enable', undefined);
    }
  });
});
