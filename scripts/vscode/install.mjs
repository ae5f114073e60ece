// Installs the VS Code server and its workbench. They come out of the npm package code-server, of which only the VS Code
// inside is used: an npm registry is all that is needed, there is no other download.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { cache } from '../lib/paths.mjs';
import { isProgram, onPath } from '../lib/programs.mjs';
import { note, say } from '../lib/say.mjs';
import { unpackFromNpm } from './unpack.mjs';

const version = '4.100.3';
const sha512 = 'q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==';

const folder = join(cache, 'vscode', version);
const editor = join(folder, 'package/lib/vscode');
/** Written last: an interrupted installation is never taken for a finished one. */
const complete = join(folder, 'complete');

/** The folder of the VS Code server, installed now if it is not there yet. */
export async function ensureVscodeServer() {
  if (existsSync(complete)) return editor;
  say(
    `Installing the VS Code server into .cache/vscode (npm package code-server ${version}; once, about a minute)`,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await unpackFromNpm({ name: 'code-server', version, sha512, target: folder });
  await installDependencies(editor);
  writeFileSync(complete, '');
  note(`VS Code ${JSON.parse(readFileSync(join(editor, 'package.json'), 'utf8')).version} is installed.`);
  return editor;
}

async function installDependencies(target) {
  note('installing its packages');
  // The package ships its own lock file. Install scripts would download ripgrep and compile what is not needed here.
  await npm(
    [
      'ci',
      '--omit=dev',
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { cwd: target, quiet: true },
  );
  // The built-in extensions look for oniguruma and others under this name.
  symlinkSync(join(target, 'node_modules'), join(target, 'node_modules.asar'), 'junction');
  linkRipgrep(target);
  await buildLogger(target);
}

/** The workbench finds files and text with ripgrep. The package would download it; one that is installed will do. */
function linkRipgrep(target) {
  const installed = onPath('rg').find(isProgram);
  if (!installed) return;
  const folder = join(target, 'node_modules/@vscode/ripgrep/bin');
  mkdirSync(folder, { recursive: true });
  symlinkSync(installed, join(folder, 'rg'));
}

/** The Output view reads log files that this module writes. It has to be compiled; without it the view stays empty. */
async function buildLogger(target) {
  note('compiling its logger');
  const headers = join(dirname(process.execPath), '..');
  const env = { ...process.env };
  if (existsSync(join(headers, 'include/node/node.h'))) env.npm_config_nodedir = headers;
  try {
    await npm(['rebuild', '@vscode/spdlog', '--ignore-scripts=false', '--loglevel=error'], {
      cwd: target,
      env,
      quiet: true,
      timeout: 180_000,
    });
  } catch {
    note(
      'That needs a C++ compiler and failed, so the Output view of this editor stays empty. Nothing else needs it.',
    );
  }
}
