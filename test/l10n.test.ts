import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
/** Where texts for a person are made; the command line speaks English. */
const FOLDERS = [
  'client/src',
  ...['template', 'rules', 'features', 'lsp'].map((layer) => `server/src/${layer}`),
];
/** The properties whose texts an editor shows; in the server the others are text of documents, or of the manifest. */
const SHOWN = /^(?:message|title|label|detail|documentation)$/u;
const SHOWN_BY_CLIENT = /^(?:message|title|label|detail|text|description|name|prompt|placeHolder|tooltip)$/u;
/** What makes an error of a text that is shown. */
const THROWN = /^(?:Refusal|fault|failed)$/u;

/** Texts under these names that nobody reads in an editor, or that are the same in every language. */
const EXCEPTIONS: Readonly<Record<string, RegExp>> = {
  // Snippets are data, which VS Code does not translate.
  'server/src/features/block-snippets.ts': /./u,
  // Names of the item, not words.
  'client/src/languageStatus.ts': /^Specwright: …(?:, …)?$/u,
  // VS Code does not translate the schemas of files.
  'server/src/rules/engine/setting-schemas.ts': /./u,
  // The names of statuses are HTTP's.
  'server/src/features/completion/http-statuses.ts': /./u,
  // What is written in a document.
  'server/src/features/completion/suppressions.ts': /^specwright-…$/u,
  // They ask which skeleton a title gets, and are not shown.
  'server/src/features/completion/fences.ts':
    /^(?:Flowchart|(?:Sequence|State|Entity relationship) diagram)$/u,
};

const files = FOLDERS.flatMap(sourcesIn).map((path) => ({
  name: relative(root, path).replaceAll('\\', '/'),
  file: ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true),
}));

describe('the sources', () => {
  test('show no text that cannot be translated', () => {
    const found = files.flatMap(({ name, file }) =>
      untranslated(file, name.startsWith('client/') ? SHOWN_BY_CLIENT : SHOWN)
        .filter((text) => !EXCEPTIONS[name]?.test(text))
        .map((text) => `${name}: ${text}`),
    );
    expect(found, 'Give it to t, or add it to the exceptions.').toEqual([]);
  });

  test('translate nothing before the language is known', () => {
    const early = files.flatMap(({ name, file }) =>
      callsOf(file, isTranslation)
        .filter((call) => ancestorsOf(call).every((node) => !ts.isFunctionLike(node)))
        .map((call) => `${name}: ${call.getText()}`),
    );
    expect(early, 'Make it when it is shown.').toEqual([]);
  });
});

describe.each([
  ['the bundle', 'l10n/bundle.l10n'],
  ['the manifest', 'package.nls'],
])('%s', (_, stem) => {
  const english = readTexts(`${stem}.json`);
  const languages = readdirSync(join(root, 'l10n')).flatMap(
    (name) => /^bundle\.l10n\.(.+)\.json$/u.exec(name)?.[1] ?? [],
  );

  test('is translated at least once', () => {
    expect(Object.keys(english).length).toBeGreaterThan(0);
    expect(languages).toContain('de');
  });

  test.each(languages)('is in %s, whole', (language) => {
    const translation = readTexts(`${stem}.${language}.json`);
    const keys = Object.keys(english);
    expect(
      keys.filter((key) => !translation[key]?.trim()),
      'Translate these.',
    ).toEqual([]);
    expect(
      Object.keys(translation).filter((key) => !(key in english)),
      'Delete these.',
    ).toEqual([]);
    const other = keys.filter((key) => placesIn(english[key]!) !== placesIn(translation[key]!));
    expect(other, 'These have not the places of the English, such as {0}, or other code.').toEqual([]);
  });
});

test('the manifest names each of its texts, and no other', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const named = Array.from(manifest.matchAll(/"%(.+?)%"/gu), ([, key]) => key);
  expect([...new Set(named)].sort()).toEqual(Object.keys(readTexts('package.nls.json')).sort());
});

test('no translation of the manifest is left over', () => {
  const english = new Set(Object.values(readTexts('package.nls.json')));
  const names = readdirSync(join(root, 'l10n')).filter((name) => name.startsWith('manifest.'));
  const left = names.flatMap((name) =>
    Object.keys(readTexts(`l10n/${name}`)).filter((text) => !english.has(text)),
  );
  expect(left, 'Delete these.').toEqual([]);
});

/** What goes in, and code, commands and links, which are not words. */
function placesIn(text: string): string {
  const found = text.match(/\{\d+\}|`[^`]+`|\]\([^)]+\)|\$\([\w-]+\)/gu) ?? [];
  return [...new Set(found)].sort().join(' ');
}

function readTexts(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, string>;
}

function sourcesIn(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, folder, name));
}

/** The texts with words in them that are shown without `t`. */
function untranslated(file: ts.SourceFile, names: RegExp): string[] {
  const shown: ts.Node[] = [];
  walk(file, (node) => {
    if (ts.isPropertyAssignment(node) && names.test(node.name.getText())) shown.push(node.initializer);
    if (ts.isVariableDeclaration(node) && names.test(node.name.getText()) && node.initializer)
      shown.push(node.initializer);
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && THROWN.test(node.expression.getText()))
      shown.push(...(node.arguments ?? []));
    return true;
  });
  return shown.flatMap((each) => {
    const texts: string[] = [];
    walk(each, (node) => {
      if (ts.isCallExpression(node) || ts.isElementAccessExpression(node) || isComparison(node)) return false;
      const text = ts.isTemplateExpression(node)
        ? [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…')
        : ts.isStringLiteralLike(node)
          ? node.text
          : '';
      if (/\p{L}{2}/u.test(text)) texts.push(text);
      return true;
    });
    return texts;
  });
}

function isComparison(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && /^[!=]==$|^in$/u.test(node.operatorToken.getText());
}

function isTranslation(call: ts.CallExpression): boolean {
  return /^(?:l10n\.)?t$/u.test(call.expression.getText());
}

function callsOf(file: ts.SourceFile, wanted: (call: ts.CallExpression) => boolean): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  walk(file, (node) => {
    if (ts.isCallExpression(node) && wanted(node)) calls.push(node);
    return true;
  });
  return calls;
}

function ancestorsOf(node: ts.Node): ts.Node[] {
  const ancestors: ts.Node[] = [];
  for (let each = node.parent; !ts.isSourceFile(each); each = each.parent) ancestors.push(each);
  return ancestors;
}

/** Visits a node and, where `visit` says so, what is in it. */
function walk(node: ts.Node, visit: (node: ts.Node) => boolean): void {
  if (visit(node)) ts.forEachChild(node, (child) => walk(child, visit));
}
