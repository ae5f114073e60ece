import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { ROOT } from '../support/shared';

const markdown = unified().use(remarkParse).use(remarkGfm);
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  ...globSync('docs/**/*.md', { cwd: ROOT }),
].map((file) => ({ file: file.split(path.sep).join('/'), text: read(file) }));
/** Those for users, in which everything that they can call or set is to be found. */
const guide = pages.filter(({ file }) => file.startsWith('docs/') && !file.startsWith('docs/rules/'));

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category?: string }[];
    configuration: Settings | Settings[];
    views: Record<string, { id: string }[]>;
    menus: { commandPalette: { command: string; when: string }[] };
  };
}
interface Settings {
  properties: Record<string, unknown>;
}

const { contributes } = JSON.parse(read('package.json')) as Manifest;
const strings = existsSync(path.join(ROOT, 'package.nls.json'))
  ? (JSON.parse(read('package.nls.json')) as Record<string, string>)
  : {};
const english = (text: string) => text.replace(/^%(.+)%$/u, (key, name: string) => strings[name] ?? key);
const settings = [contributes.configuration].flat().flatMap(({ properties }) => Object.keys(properties));
const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
const commands = contributes.commands.map(({ command, title }) => ({
  id: command,
  name: `Specwright: ${english(title)}`,
  isInPalette: !hidden.some((entry) => entry.command === command),
}));
const known = new Set([
  ...settings,
  ...commands.map(({ id }) => id),
  ...Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id)),
]);

describe.each(pages)('$file', ({ file, text }) => {
  const page = markdown.parse(text);

  test('names only commands that there are', () => {
    const names = commands.map(({ name }) => name);
    const named = nodesOf(page, 'emphasis').map((node) => toString(node));
    expect(named.filter((name) => name.startsWith('Specwright: ') && !names.includes(name))).toEqual([]);
  });

  test('names only settings that there are', () => {
    const named = Array.from(text.matchAll(/(?<![\w./-])specwright\.[a-z][\w.]*\w/giu), ([name]) => name);
    const isKnown = (name: string) => known.has(name) || /^specwright\.(?:json|vsix)$/u.test(name);
    expect(named.filter((name) => !isKnown(name))).toEqual([]);
  });

  test('links to what there is', () => {
    const links = [...nodesOf(page, 'link'), ...nodesOf(page, 'image')].map(({ url }) => url);
    const own = links.filter((link) => !/^[a-z]+:/iu.test(link));
    expect(own.filter((link) => !leadsSomewhere(file, link))).toEqual([]);
  });
});

test.each(commands.filter(({ isInPalette }) => isInPalette))(
  'the guide tells of the command "$name"',
  ({ name }) => {
    expect(guide.filter(({ text }) => text.includes(`*${name}*`)).map(({ file }) => file)).not.toEqual([]);
  },
);

test.each(settings)('the guide tells of the setting %s', (name) => {
  expect(guide.filter(({ text }) => text.includes(name)).map(({ file }) => file)).not.toEqual([]);
});

test('what the README says in numbers is so', () => {
  const { engines, license } = JSON.parse(read('package.json')) as {
    engines: { vscode: string; node: string };
    license: string;
  };
  const readme = read('README.md');
  const badges = nodesOf(markdown.parse(readme), 'image').filter(({ url }) => url.includes('img.shields.io'));
  const editor = /\d+\.\d+/u.exec(engines.vscode)![0];
  expect(badges.map(({ alt, url }) => [alt, decodeURIComponent(url.split('/').at(-1)!)])).toEqual([
    [`VS Code ${editor} or newer`, `VS_Code-≥_${editor}-1f6feb`],
    [`${RULES.length} rules`, `rules-${RULES.length}-1f6feb`],
    [`${license} licence`, `licence-${license}-1f6feb`],
  ]);
  expect(readme).toContain(`[${RULES.length} rules](docs/rules/README.md)`);
  expect(readme).toContain(`Node.js ${/\d+/u.exec(engines.node)![0]} or newer`);
});

/** Whether a relative link leads to a file, and its anchor to a heading there. */
function leadsSomewhere(from: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? from : path.posix.join(path.posix.dirname(from), decodeURIComponent(target));
  if (!existsSync(path.join(ROOT, file))) return false;
  return anchor === undefined || anchorsOf(read(file)).includes(anchor);
}

function anchorsOf(text: string): string[] {
  const slugger = new GithubSlugger();
  return nodesOf(markdown.parse(text), 'heading').map((heading) => slugger.slug(toString(heading)));
}

function nodesOf<Type extends Nodes['type']>(page: Root, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  visit(page, type, (node) => void found.push(node as Extract<Nodes, { type: Type }>));
  return found;
}
