import { ConfigurationTarget, workspace } from 'vscode';
import { closeAll, eventually, open, problems, workspaceFile } from './editor';

const write = (path: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(workspaceFile(path), new TextEncoder().encode(text));

const template = (...sections: string[]): string =>
  `# [Name] - Ledger\n\n${sections.map((section) => `## ${section}\n\n[What it is.]\n`).join('\n')}`;

suite('Templates of a workspace', () => {
  teardown(async () => {
    await workspace
      .getConfiguration('specwright')
      .update('templates.folder', undefined, ConfigurationTarget.Workspace);
    await closeAll();
  });

  for (const [folder, what] of [
    ['.specwright/templates', 'in the usual folder'],
    ['docs/ours', 'in a folder of their own'],
  ] as const) {
    test(`${what} are heard of when they are made, changed and deleted`, async () => {
      if (folder !== '.specwright/templates')
        await workspace
          .getConfiguration('specwright')
          .update('templates.folder', folder, ConfigurationTarget.Workspace);
      const name = `ledger-${folder.length}`;
      const file = `${folder}/${name}.md`;
      await write(
        `specs/${name}.md`,
        `<!-- specwright-template ${name} -->\n\n# Parcels - Ledger\n\nWords.\n`,
      );
      const { document } = await open(workspaceFile(`specs/${name}.md`));
      const said = (text: string, isSaid = true) =>
        eventually(
          `${isSaid ? '' : 'no '}"${text}"`,
          () => problems(document).some(({ message }) => message.includes(text)) === isSaid || undefined,
        );
      try {
        await said(name);
        await write(file, template('Entries'));
        await said('Entries');
        await write(file, template('Entries', 'Balances'));
        await said('Balances');
        await workspace.fs.delete(workspaceFile(file));
        await said('Balances', false);
        await said(name);
      } finally {
        await workspace.fs.delete(workspaceFile(`specs/${name}.md`));
      }
    });
  }
});
