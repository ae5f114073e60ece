import * as assert from 'node:assert/strict';
import { CodeActionKind, commands, DiagnosticTag, Range, workspace, type CodeAction } from 'vscode';
import { closeAll, eventually, openCopy, problem, problems, ruleOf } from './editor';

/** An approved spec that leaves two things open, of which one is a question. */
const unfinished = (text: string) =>
  text
    .replace('**Status:** In Review', '**Status:** Approved')
    .replace(
      /^(## Executive Summary\n\n)/mu,
      '$1[Two or three paragraphs for a reader who stops here.]\n\nTODO: the costs.\n\n',
    );

suite('Rules', () => {
  teardown(closeAll);

  test('one problem at the status leads to each point that is open, and to the page of its rule', async () => {
    const { document } = await openCopy('url-shortener.md', unfinished);
    const gate = await problem(document, 'status-gate');
    assert.equal(document.getText(gate.range), 'Approved');
    const places = (gate.relatedInformation ?? []).map(({ location }) => document.getText(location.range));
    assert.ok(
      places.some((text) => text.includes('TODO')),
      places.join(' | '),
    );
    assert.equal(
      typeof gate.code === 'object' && /\/rules\/status-gate\.md$/u.test(gate.code.target.path),
      true,
    );
  });

  test('a comment that silences nothing is faded', async () => {
    const { document } = await openCopy('url-shortener.md', (text) =>
      text.replace(/^(## Background\n)/mu, '<!-- specwright-disable-next-line date-invalid -->\n$1'),
    );
    const unused = await problem(document, 'unused-suppression');
    assert.deepEqual(unused.tags, [DiagnosticTag.Unnecessary]);
  });

  test('fix-all mends what needs no choice, and leaves the rest', async () => {
    const { document } = await openCopy('url-shortener.md', (text) =>
      unfinished(text)
        .replace(/\*\*Date:\*\* \S+/u, '**Date:** 18.11.2025')
        .replace('**Version:** 1.1', '**Version:** v1.1'),
    );
    await problem(document, 'date-invalid');
    const [fixAll] = await eventually('the fix-all action', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        document.validateRange(new Range(0, 0, document.lineCount, 0)),
        CodeActionKind.SourceFixAll.append('specwright').value,
        5,
      );
      return actions.length > 0 && actions[0]!.edit ? actions : undefined;
    });
    assert.ok(fixAll!.edit && (await workspace.applyEdit(fixAll!.edit)));
    await eventually(
      'the date to be mended',
      () => !problems(document).some((found) => ruleOf(found) === 'date-invalid'),
    );
    assert.match(document.getText(), /\*\*Date:\*\* 2025-11-18/u);
    assert.match(document.getText(), /\*\*Version:\*\* 1\.1/u);
    assert.match(document.getText(), /TODO: the costs\./u);
  });
});
