// npm and the packages that it installs.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';

/**
 * Runs npm. Through Node and npm's own script where that can be found: since Node 20.12 Windows cannot start `npm.cmd`
 * without a shell, and a shell would want its own quoting.
 */
export function npm(parameters, options) {
  const script = npmScript();
  if (script) return run(process.execPath, [script, ...parameters], options);
  return run('npm', parameters, { ...options, shell: process.platform === 'win32' });
}

function npmScript() {
  const home = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(home, 'node_modules/npm/bin/npm-cli.js'),
    join(home, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  return candidates.find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
}

/** The script behind a package's command, to be run with Node: needs no shell on any system. */
export function packageCommand(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Installs this project's packages when they are not there or not those of the lock file. */
export async function ensurePackages() {
  if (packagesAreCurrent()) return;
  say('Installing the npm packages of package-lock.json');
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

/** npm writes node_modules/.package-lock.json last, so an interrupted installation has none or an old one. */
function packagesAreCurrent() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return true;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')));
  const present = packagesOf(installed);
  return wanted.every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || present[path]?.version === version || (!present[path] && (optional || devOptional)),
  );
}
