import { t } from '@vscode/l10n';
import { getNodeValue, type Node } from 'jsonc-parser/lib/esm/main.js';
import { similarity } from '../template/similarity';
import type { Span } from '../text/span';

/** As much of JSON Schema as settings need; other keywords are for editors. */
export interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Shape>>;
  readonly [keyword: string]: unknown;
}

/** Something in a JSON file that is not as it should be. */
export interface Fault {
  /** What is wrong and what to do, for a person. */
  readonly message: string;
  readonly span: Span;
}

/** How alike names must be for one to be taken for the other. */
const NEAR = 0.6;

/**
 * The part of a JSON value that is of a shape: what is not is left out and reported.
 * @param report gets each fault
 * @returns undefined where nothing of it can be used
 */
export function fitting(root: Shape, node: Node, report: (fault: Fault) => void): unknown {
  return fit(root, node, []);

  function fit(shape: Shape, value: Node, path: readonly string[]): unknown {
    const { type, items, properties, additionalProperties, enum: choices } = resolve(shape, value);
    const wrong = (message: string) => report({ message, span: spanOf(value) });
    if (type !== undefined && type !== value.type) return wrong(typeMessage(path, type));
    if (choices && !choices.includes(value.value as string)) return wrong(choiceMessage(value, choices));
    if (value.type === 'array' && items)
      return (value.children ?? [])
        .map((child, index) => fit(items, child, [...path, String(index)]))
        .filter((item) => item !== undefined);
    if (value.type === 'object' && (properties || additionalProperties)) return members(shape, value, path);
    return getNodeValue(value);
  }

  function members(shape: Shape, value: Node, path: readonly string[]): unknown {
    const { properties = {}, additionalProperties } = resolve(shape, value);
    const entries = (value.children ?? []).flatMap(({ children = [] }) => {
      const [key, member] = children;
      if (!key || !member) return []; // half typed, which is a fault of syntax
      const name = key.value as string;
      const others = typeof additionalProperties === 'object' ? additionalProperties : undefined;
      const own = Object.hasOwn(properties, name) ? properties[name] : others;
      if (!own) {
        report({ message: unknownMessage(root, properties, name, path), span: spanOf(key) });
        return [];
      }
      const read = fit(own, member, [...path, name]);
      return read === undefined ? [] : [[name, read] as const];
    });
    return Object.fromEntries(entries);
  }

  /** Of several shapes the one for a value of this type. */
  function resolve(shape: Shape, value: Node): Shape {
    if (shape.$ref !== undefined)
      return resolve(root.definitions![shape.$ref.slice('#/definitions/'.length)]!, value);
    if (!shape.anyOf) return shape;
    const resolved = shape.anyOf.map((each) => resolve(each, value));
    return resolved.find(({ type }) => type === value.type) ?? resolved[0]!;
  }
}

function typeMessage(path: readonly string[], type: string): string {
  const name = path.at(-1) ?? '';
  if (path.length === 0) return t('The file must hold one object: { … }.');
  switch (type) {
    case 'boolean':
      return t('"{0}" must be true or false.', name);
    case 'object':
      return t('"{0}" must be an object: { … }.', name);
    case 'array':
      return t('"{0}" must be a list: [ … ].', name);
    case 'number':
      return t('"{0}" must be a number.', name);
    default:
      return t('This must be a text in double quotes.');
  }
}

function choiceMessage(value: Node, choices: readonly string[]): string {
  const given = typeof value.value === 'string' ? value.value : '';
  const near = nearest(given, choices);
  const all = choices.map((choice) => `"${choice}"`).join(', ');
  return near === undefined
    ? t('This must be one of: {0}.', all)
    : t('"{0}" is none of the values. Did you mean "{1}"?', given, near);
}

function unknownMessage(
  root: Shape,
  known: Readonly<Record<string, Shape>>,
  name: string,
  path: readonly string[],
): string {
  const dotted = path.length === 0 ? nested(root, name) : undefined;
  if (dotted !== undefined) return t('Settings of this file have no dots. Write {0}.', dotted);
  const near = nearest(name, Object.keys(known));
  if (path[0] === 'rules' && path.length === 1)
    return near === undefined
      ? t('There is no rule "{0}".', name)
      : t('There is no rule "{0}". Did you mean "{1}"?', name, near);
  if (near !== undefined) return t('There is no setting "{0}" here. Did you mean "{1}"?', name, near);
  const all = Object.keys(known).join(', ');
  return t('There is no setting "{0}" here. There are: {1}.', name, all);
}

/** How a setting that is named as in the settings of an editor is written in a file. */
function nested(root: Shape, name: string): string | undefined {
  const parts = name.replace(/^specwright\./u, '').split('.');
  if (parts.join('.') === name && parts.length === 1) return undefined;
  const known = parts.reduce<Shape | undefined>((shape, part) => shape?.properties?.[part], root);
  return known && `${parts.map((part) => `"${part}": `).join('{ ')}…${' }'.repeat(parts.length - 1)}`;
}

function nearest(name: string, names: readonly string[]): string | undefined {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[-_. ]+/gu, ' ')
      .trim();
  const ranked = names
    .map((other) => ({ other, likeness: similarity(words(name), words(other)) }))
    .sort((a, b) => b.likeness - a.likeness);
  return ranked[0] && ranked[0].likeness >= NEAR ? ranked[0].other : undefined;
}

/** Where a value stands. */
export function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
