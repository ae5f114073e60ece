import * as assert from 'node:assert/strict';
import {
  commands,
  extensions,
  languages,
  Position,
  window,
  workspace,
  type CompletionList,
  type TextDocument,
  type Uri,
} from 'vscode';
import { closeAll, eventually, open, problem, problems, ruleOf, sectionRange, workspaceFile } from './editor';

suite('Configuration file', () => {
  suiteSetup(async () => {
    await extensions.getExtension('vscode.json-language-features')?.activate();
  });
  teardown(closeAll);

  const write = async (path: string, text: string): Promise<Uri> => {
    const uri = workspaceFile(path);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  };

  test('is JSON with comments, and its rules and values are completed', async () => {
    const { document } = await open(
      await write('configured/.specwright.json', '// ours\n{\n  "rules": {\n    "vague-term": \n  },\n}\n'),
    );
    assert.equal(document.languageId, 'jsonc');
    assert.ok((await labelsAt(document, new Position(3, 18), '"off"')).includes('"error"'));
    assert.ok((await labelsAt(document, new Position(2, 13), 'placeholder')).length > 50);
    assert.ok((await labelsAt(document, new Position(1, 1), 'ignore')).includes('templates'));
  });

  test('is made by a command, which opens it where it is there already', async () => {
    const create = async () => {
      await commands.executeCommand('specwright.createConfiguration');
      return window.activeTextEditor!.document;
    };
    const uri = workspaceFile('.specwright.json');
    try {
      const document = await create();
      assert.equal(document.uri.toString(), uri.toString());
      assert.match(document.getText(), /"rules": \{\}/);
      const at = document.positionAt(document.getText().indexOf('{},') + 1);
      await window.activeTextEditor!.edit((change) => change.insert(at, ' "vague-term": "off" '));
      await document.save();
      await closeAll();
      assert.match((await create()).getText(), /"vague-term"/);
    } finally {
      await workspace.fs.delete(uri);
    }
  });

  test('what is wrong is reported once, by the schema or by the server', async () => {
    const uri = await write(
      'wrong/.specwright.json',
      '{\n  // fine\n  "rules": { "vague-terms": "off" },\n  "ignore": ["../x"],\n}\n',
    );
    await workspace.fs.writeFile(workspaceFile('wrong/a.md'), new TextEncoder().encode('# A\n'));
    await open(workspaceFile('wrong/a.md'));
    await open(uri);
    const found = () => languages.getDiagnostics(uri).map(({ range }) => range.start.line);
    await eventually('both problems', () => (found().length >= 2 ? true : undefined)).catch(() => undefined);
    assert.deepEqual(
      found().sort((a, b) => a - b),
      [2, 3],
      JSON.stringify(languages.getDiagnostics(uri)),
    );
    const [ours] = languages.getDiagnostics(uri).filter(({ source }) => source === 'specwright');
    assert.match(ours?.message ?? '', /leads out of the folder/);
  });

  test('counts for the documents of its folder as soon as it is saved', async () => {
    const bytes = await workspace.fs.readFile(workspaceFile('specs/url-shortener.md'));
    const uri = workspaceFile('ruled/a.md');
    await workspace.fs.writeFile(uri, bytes);
    const { document, edit } = await open(uri);
    await edit((change) => change.delete(sectionRange(document, 'Security')));
    await problem(document, 'missing-section', 'Security');
    await write('ruled/.specwright.json', '{ "rules": { "missing-section": "off" } }');
    await eventually('the problem to go', () =>
      problems(document).some((found) => ruleOf(found) === 'missing-section') ? undefined : true,
    );
    await workspace.fs.delete(workspaceFile('ruled/.specwright.json'));
    await problem(document, 'missing-section', 'Security');
  });
});

/** The completions at a place once one of them is there. */
function labelsAt(document: TextDocument, at: Position, wanted: string): Promise<string[]> {
  return eventually(`a completion ${wanted}`, async () => {
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return labels.includes(wanted) ? labels : undefined;
  });
}
