// A desktop VS Code, where the computer has one.
import { join } from 'node:path';
import { temporaryFolder } from '../lib/paths.mjs';
import { exitCode, run } from '../lib/processes.mjs';
import { isProgram, onPath } from '../lib/programs.mjs';
import { writeSettings } from './settings.mjs';

const windows = process.platform === 'win32';

/** The `code` command, if it is on the PATH. */
export function desktopCommand() {
  return onPath(windows ? 'code.cmd' : 'code').find(isProgram);
}

/** Opens a folder in a window whose settings and extensions are not the person's own. Ends when the window closes. */
export async function openDesktop(command, { vsix, folder, file }) {
  const home = temporaryFolder('desktop');
  const own = ['--extensions-dir', join(home, 'extensions'), '--user-data-dir', join(home, 'user')];
  writeSettings(join(home, 'user/User/settings.json'));
  await code(run, command, [...own, '--install-extension', vsix, '--force']);
  return code(exitCode, command, [
    ...own,
    '--new-window',
    '--wait',
    '--disable-workspace-trust',
    folder,
    file,
  ]);
}

/** `code` is a batch file on Windows, which only a shell can start; there every argument needs its quotes. */
function code(runner, command, parameters) {
  if (!windows) return runner(command, parameters);
  const quoted = [command, ...parameters].map((text) => `"${text}"`);
  return runner(quoted[0], quoted.slice(1), { shell: true });
}
