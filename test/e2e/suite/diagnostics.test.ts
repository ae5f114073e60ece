import * as assert from 'node:assert/strict';
import { DiagnosticSeverity, EndOfLine, extensions, workspace } from 'vscode';
import {
  closeAll,
  eventually,
  open,
  openCopy,
  problem,
  problems,
  quickFix,
  ruleOf,
  sectionRange,
  workspaceFile,
} from './editor';

suite('Diagnostics', () => {
  // Its code actions would otherwise register while the tests ask for ours.
  suiteSetup(() => extensions.getExtension('vscode.markdown-language-features')?.activate());
  teardown(closeAll);

  test('a section that is deleted is reported as it is deleted', async () => {
    const { document, edit } = await openCopy('url-shortener.md');
    await edit((change) => change.delete(sectionRange(document, 'Security')));
    const found = await problem(document, 'missing-section', 'Security');
    assert.equal(found.source, 'specwright');
    assert.equal(found.severity, DiagnosticSeverity.Warning, 'the spec is in review');
    assert.ok(document.isDirty, 'nothing had to be saved');
  });

  test('the quick fix puts a deleted section back and changes nothing else', () =>
    fixRestoresSection((text) => text, EndOfLine.LF));

  test('the same in a document with Windows line ends', () =>
    fixRestoresSection((text) => text.replaceAll('\n', '\r\n'), EndOfLine.CRLF));

  test('a problem goes away as it is mended', async () => {
    const { document, edit } = await openCopy('url-shortener.md');
    const range = sectionRange(document, 'Security');
    const section = document.getText(range);
    await edit((change) => change.delete(range));
    await problem(document, 'missing-section', 'Security');
    await edit((change) => change.insert(range.start, section));
    await eventually(
      'the problem to go',
      () => !problems(document).some((found) => ruleOf(found) === 'missing-section'),
    );
  });

  test('a README is not checked', async () => {
    const { document: readme } = await open(workspaceFile('README.md'));
    // Once the server has reported on a document that was opened later, it has read the README too.
    const { document, edit } = await openCopy('url-shortener.md');
    await edit((change) => change.delete(sectionRange(document, 'Security')));
    await problem(document, 'missing-section', 'Security');
    assert.deepEqual(problems(readme), []);
  });
});

/** Deletes a section, applies the fix, and compares every byte outside the section's body with what was there. */
async function fixRestoresSection(change: (text: string) => string, eol: EndOfLine): Promise<void> {
  const { document, edit } = await openCopy('url-shortener.md', change);
  assert.equal(document.eol, eol);
  const before = parts(document.getText());
  await edit((builder) => builder.delete(sectionRange(document, 'Security')));
  const missing = await problem(document, 'missing-section', 'Security');
  const fix = await quickFix(document, missing, /security/i);
  assert.ok(fix.edit && (await workspace.applyEdit(fix.edit)));
  const after = parts(document.getText());
  assert.equal(after.before, before.before);
  assert.equal(after.after, before.after);
  assert.notEqual(after.body.trim(), '', 'the section comes with its guidance');
  await eventually(
    'the problem to go',
    () => !problems(document).some((found) => found.message === missing.message),
  );
}

/** The text up to and with the heading "Security", its body, and the text from the next heading of its level on. */
function parts(text: string): { before: string; body: string; after: string } {
  const heading = /^## Security\r?\n/m.exec(text);
  assert.ok(heading, 'the document has a section "Security"');
  const bodyStart = heading.index + heading[0].length;
  const next = text.indexOf('\n## ', bodyStart) + 1;
  assert.ok(next > 0);
  return { before: text.slice(0, bodyStart), body: text.slice(bodyStart, next), after: text.slice(next) };
}
