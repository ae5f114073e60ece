// Opens VS Code with Specwright in it, from nothing but a clone of this repository.
//   --desktop      in the desktop VS Code whose `code` command is on the PATH, instead of in the browser
//   --port PORT    at which to serve it
// Imports nothing but Node's own modules at first: the packages may not be installed yet.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/npm.mjs';
import { root, temporaryFolder, vsix } from './lib/paths.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { bold, Failure, main, note, say } from './lib/say.mjs';
import { desktopCommand, openDesktop } from './vscode/desktop.mjs';
import { ensureVscodeServer } from './vscode/install.mjs';
import { installExtension, portIsFree, serveVscode, workbenchUrl } from './vscode/server.mjs';

const usualPort = 8321;

await main(async () => {
  stopOnSignals();
  const { desktop, port } = options();
  const command = desktopCommand();
  if (desktop && !command) {
    throw new Failure(
      'No `code` command is on the PATH. In VS Code, run "Shell Command: Install \'code\' command in PATH", ' +
        'or leave out --desktop to use the browser.',
    );
  }
  await ensurePackages();
  if (!desktop) await ensureVscodeServer();
  say('Building and packaging the extension');
  await run(process.execPath, [join(root, 'scripts/package.mjs')], { cwd: root });

  // A copy, so that trying things out changes nothing in the repository.
  const home = temporaryFolder('start');
  const folder = join(home, 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const specs = readdirSync(folder).filter((name) => name.endsWith('.md') && !/^readme/i.test(name));
  // A draft has something to mend.
  const first = specs.find((name) => name.includes('draft')) ?? specs[0];
  const file = first && join(folder, first);

  if (desktop) {
    say(`Opening ${folder} in the desktop VS Code (close its window or press Ctrl+C to end)`);
    return openDesktop(command, { vsix, folder, file });
  }
  say('Installing the extension and starting VS Code');
  const extensions = join(home, 'extensions');
  await installExtension(vsix, extensions);
  const server = await serveVscode({ port: await choosePort(port), extensions });
  console.log(`\nVS Code with Specwright is at\n\n  ${bold(workbenchUrl(server, { folder, file }))}\n`);
  note(`The workspace is a copy of examples/: ${folder}`);
  if (command) note('`npm start -- --desktop` opens it in your desktop VS Code.');
  note('Ctrl+C stops it.');
  const code = await server.endedByItself;
  throw new Failure(`The VS Code server ended by itself (exit code ${code}):\n${server.log()}`);
});

function options() {
  const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, port: { type: 'string' } } });
  if (values.port === undefined) return values;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Failure(`--port ${values.port} is no port number.`);
  return { ...values, port };
}

/** The port that was asked for; or the usual one, so that the address stays the same; or any. */
async function choosePort(wanted) {
  if (wanted === undefined) return (await portIsFree(usualPort)) ? usualPort : undefined;
  if (!(await portIsFree(wanted))) throw new Failure(`Port ${wanted} is in use; choose another with --port.`);
  return wanted;
}
