// Finds the browser that shows the workbench to the tests: any of the Chromium family.
import { join } from 'node:path';
import { exitCode } from '../lib/processes.mjs';
import { isProgram, onPath } from '../lib/programs.mjs';
import { Failure, note, say } from '../lib/say.mjs';

/** The path of a browser; on Debian and its like Chromium is installed when there is none. */
export async function ensureBrowser() {
  if (process.env.CHROMIUM_PATH) {
    if (isProgram(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new Failure(`CHROMIUM_PATH names no program: ${process.env.CHROMIUM_PATH}`);
  }
  const found = installedBrowser() ?? ((await installChromium()) ? installedBrowser() : undefined);
  if (found) return found;
  throw new Failure(
    'These tests need a browser and found none. Install Chromium, Google Chrome or Microsoft Edge (on Debian and Ubuntu: ' +
      'sudo apt-get install chromium), or set CHROMIUM_PATH to the program of one.',
  );
}

function installedBrowser() {
  return candidates().find(isProgram);
}

function candidates() {
  const { env } = process;
  if (process.platform === 'win32') {
    const homes = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ];
    return programs.flatMap((program) => homes.map((home) => join(home, program)));
  }
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    const homes = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return programs.flatMap((name) => homes.map((home) => join(home, `${name}.app/Contents/MacOS/${name}`)));
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
  ];
  return names.flatMap((name) => onPath(name));
}

/** Whether apt-get could install it. It needs the rights of an administrator, which are never asked for here. */
async function installChromium() {
  const apt = process.platform === 'linux' && onPath('apt-get').find(isProgram);
  if (!apt || process.getuid() !== 0) return false;
  say('Installing Chromium (apt-get; once, about a minute)');
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const install = () =>
    exitCode(apt, ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  // The package lists of a fresh system are empty or old.
  const installed = (await exitCode(apt, ['update', '-qq'], options)) === 0 && (await install()) === 0;
  if (!installed) note('apt-get could not install Chromium.');
  return installed;
}
