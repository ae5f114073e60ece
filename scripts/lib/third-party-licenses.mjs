// The licences of the libraries that are in the bundles; each asks to be shipped with them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Failure } from './say.mjs';

/** Packages that are published without a licence file, and one of the same holder and licence that has it. */
const sameLicence = { '@vscode/l10n': 'vscode-jsonrpc' };

/**
 * The text to ship.
 *
 * @param metafiles  what esbuild says of each bundle
 */
export function thirdPartyLicenses(metafiles) {
  const byText = new Map();
  for (const folder of packagesIn(metafiles)) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = licenseIn(folder) ?? licenseIn(join(root, 'node_modules', sameLicence[name] ?? name));
    if (!text)
      throw new Failure(`${name} is bundled, and its package has no licence file that could be shipped.`);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.sort().join('\n')}\n\n${text}`).sort();
  return `Specwright contains these libraries, under these licences.\n\n${parts.join(`\n\n${'-'.repeat(79)}\n\n`)}\n`;
}

/** The folders of the packages of which something is left in a bundle. */
function packagesIn(metafiles) {
  const files = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replaceAll('\\', '/'));
  const folders = files.flatMap((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []);
  return [...new Set(folders)].map((folder) => join(root, folder));
}

function licenseIn(folder) {
  const file = readdirSync(folder).find((name) => /^(?:licen[sc]e|copying)(?:\.|$)/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
