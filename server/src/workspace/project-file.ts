import { t } from '@vscode/l10n';
import { parseTree, type Node, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import { mergeRules, readSettings, type Configuration, type GivenSettings } from './configuration';
import { globFault, globIn } from './globs';
import { fitting, spanOf, type Fault, type Shape } from './json-shape';

/** The name of the file with the settings of a project. */
export const PROJECT_FILE = '.specwright.json';

/** What is wrong in a `.specwright.json`, and who can tell. */
export interface ProjectFault extends Fault {
  /** An editor that knows JSON tells of faults of syntax, and with the schema at hand of those of the shape. */
  readonly kind: 'syntax' | 'shape' | 'meaning' | 'unreadable';
}

/** A `.specwright.json` as it was read: what is wrong in it is left out, everything else counts. */
export interface ProjectFile {
  readonly uri: string;
  readonly text: string;
  readonly settings: GivenSettings;
  /** Whether the files in the folders above are left alone. */
  readonly isRoot: boolean;
  readonly faults: readonly ProjectFault[];
  /** The templates that it names, with their places. */
  readonly namedTemplates: readonly { readonly id: string; readonly span: Fault['span'] }[];
}

/** Reads the text of a `.specwright.json`: JSON with comments and trailing commas. Never throws. */
export function readProjectFile(uri: string, given: string, shape: Shape): ProjectFile {
  // Blanked, so that offsets stay what they are.
  const text = given.replace(/^\uFEFF/u, ' ');
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const faults: ProjectFault[] = errors
    .slice(0, 1) // the others mostly follow from it
    .map(({ offset, length }) => ({
      kind: 'syntax',
      message: syntaxMessage(),
      span: { start: offset, end: offset + length },
    }));
  const value = tree && fitting(shape, tree, (fault) => faults.push({ kind: 'shape', ...fault }));
  const content = (typeof value === 'object' ? value : {}) as Readonly<Record<string, unknown>>;
  const globs = tree ? [...itemsOf(tree, ['ignore']), ...keysOf(tree, ['templates', 'associations'])] : [];
  for (const node of globs) {
    const message = globMessage(String(node.value));
    if (message !== undefined) faults.push({ kind: 'meaning', message, span: spanOf(node) });
  }
  const named = tree ? membersOf(find(tree, ['templates', 'associations'])) : [];
  return {
    uri,
    text,
    settings: readSettings(content),
    isRoot: content.root === true,
    faults: faults.sort((a, b) => a.span.start - b.span.start),
    namedTemplates: named.flatMap(([, node]) =>
      node?.type === 'string' ? [{ id: String(node.value), span: spanOf(node) }] : [],
    ),
  };
}

/** A file that is there and cannot be read. */
export function unreadableProjectFile(uri: string, message: string): ProjectFile {
  const span = { start: 0, end: 0 };
  const faults: ProjectFault[] = [{ kind: 'unreadable', message, span }];
  return { uri, text: '', settings: {}, isRoot: false, faults, namedTemplates: [] };
}

/** The names of templates in a file that there are not. */
export function unknownTemplates({ namedTemplates }: ProjectFile, ids: readonly string[]): ProjectFault[] {
  return namedTemplates
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, span }) => ({
      kind: 'meaning',
      message: t('There is no template "{0}". Name one of: {1}.', id, ids.join(', ')),
      span,
    }));
}

/**
 * The settings that hold in a folder with a file.
 * @param base those that hold without it
 * @param folder where the file stands, relative to the folder that paths of the configuration are relative to; empty for that itself
 */
export function withFile(base: Configuration, { settings }: ProjectFile, folder: string): Configuration {
  const { ignore = [], associations = {}, rules = {}, templatesFolder, ...others } = settings;
  const near = Object.entries(associations).map(([glob, id]) => [globIn(folder, glob), id] as const);
  const nearest = Object.fromEntries(near);
  return {
    ...base,
    ...others,
    ignore: [...base.ignore, ...ignore.map((glob) => globIn(folder, glob))],
    // The first that matches counts.
    associations: { ...nearest, ...base.associations, ...nearest },
    rules: mergeRules(base.rules, rules),
    ...(templatesFolder === undefined ? {} : { templatesFolder: `${folder}/${templatesFolder}` }),
  };
}

function syntaxMessage(): string {
  return t(
    'This is no valid JSON. What can be read of the file counts; the rest does not until it is mended.',
  );
}

function globMessage(glob: string): string | undefined {
  switch (globFault(glob)) {
    case 'outside':
      return t(
        '"{0}" leads out of the folder of this file, and matches nothing. Patterns are relative to that folder.',
        glob,
      );
    case 'unclosed':
      return t(
        'A bracket in "{0}" is not closed, so that it matches nothing that was meant. Close it, or escape it with a backslash.',
        glob,
      );
    default:
      return undefined;
  }
}

function find(tree: Node, [name, ...rest]: readonly string[]): Node | undefined {
  if (name === undefined) return tree;
  const member = membersOf(tree).find(([key]) => key.value === name)?.[1];
  return member && find(member, rest);
}

function membersOf(node: Node | undefined): (readonly [key: Node, value: Node | undefined])[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key ? [[key, value] as const] : [],
  );
}

function keysOf(tree: Node, path: readonly string[]): Node[] {
  return membersOf(find(tree, path)).map(([key]) => key);
}

function itemsOf(tree: Node, path: readonly string[]): Node[] {
  const list = find(tree, path);
  return list?.type === 'array' ? (list.children ?? []).filter(({ type }) => type === 'string') : [];
}
