import { t } from '@vscode/l10n';
import { isMap, isScalar, parseDocument, type Node, type Pair } from 'yaml';
import { OWN_KEY } from '../model/own-key';
import type { Span } from '../text/span';
import type { TemplateFault } from './schema';
import { isVersion } from './version';

/** What a template's front matter says under `specwright:`, the things that plain Markdown cannot. */
export interface OwnSettings {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  /** Template heading to other titles for it. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Headings that must or need not be there, whatever the prose says. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** `free`: the sections of a document may come in any order. */
  readonly order: 'fixed' | 'free';
  /** Template heading to how many sections of it a document must have. */
  readonly minimum: ReadonlyMap<string, number>;
  /** The version of the template, such as `1.2`. */
  readonly version?: string;
  /** Template heading to the version that brought it. */
  readonly since: ReadonlyMap<string, string>;
  readonly faults: readonly TemplateFault[];
  /** Where the key with all below it stands in the YAML text. */
  readonly span: Span | undefined;
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const KEYS = 'id, name, description, aliases, required, optional, order, minimum, version, since';

/** Reads the settings; each one that cannot be used is a fault with its place, and the others stay. Spans are relative to the YAML text. */
export function readOwnSettings(yaml: string): OwnSettings {
  const faults: TemplateFault[] = [];
  const aliases = new Map<string, readonly string[]>();
  const minimum = new Map<string, number>();
  const since = new Map<string, string>();
  const text: { id?: string; name?: string; description?: string; version?: string } = {};
  let order: 'fixed' | 'free' = 'fixed';
  const lists = { required: [] as string[], optional: [] as string[] };
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  const own = isMap(document.contents)
    ? document.contents.items.find((pair) => keyOf(pair) === OWN_KEY)
    : undefined;
  const settings = own?.value;
  if (own && !isMap(settings))
    fault(own, t('"{0}" must hold settings such as "id" and "name", one a line and indented.', OWN_KEY));
  for (const pair of isMap(settings) ? settings.items : []) {
    const key = keyOf(pair);
    switch (key) {
      case 'id':
      case 'name':
      case 'description': {
        const value = writtenIn(pair.value);
        if (value === '') fault(pair, t('"{0}" must be a text.', key));
        else if (key === 'id' && !ID.test(value))
          fault(pair, t('The id "{0}" may hold letters, digits, ".", "_" and "-" only.', value));
        else text[key] = value;
        break;
      }
      case 'order':
        if (isScalar(pair.value) && (pair.value.value === 'fixed' || pair.value.value === 'free'))
          order = pair.value.value;
        else fault(pair, t('"order" must be "fixed" or "free".'));
        break;
      case 'required':
      case 'optional': {
        const titles = stringsOf(pair.value);
        if (titles) lists[key].push(...titles);
        else fault(pair, t('"{0}" must be a list of headings of this template.', key));
        break;
      }
      case 'aliases':
        for (const alias of entriesOf(
          pair,
          t('"aliases" must map a heading of this template to a list of other titles.'),
        )) {
          const titles = stringsOf(alias.value);
          if (titles) aliases.set(keyOf(alias), titles);
          else fault(alias, t('The aliases of "{0}" must be a list of titles.', keyOf(alias)));
        }
        break;
      case 'minimum':
        for (const entry of entriesOf(
          pair,
          t('"minimum" must map a heading of this template to a number.'),
        )) {
          const least = writtenIn(entry.value);
          if (/^\d{1,9}$/u.test(least)) minimum.set(keyOf(entry), Number(least));
          else fault(entry, t('The minimum of "{0}" must be a whole number from 0.', keyOf(entry)));
        }
        break;
      case 'version': {
        const version = versionIn(pair.value);
        if (version) text.version = version;
        else fault(pair, t('"version" must be numbers with dots between them, such as "1.2".'));
        break;
      }
      case 'since':
        for (const entry of entriesOf(pair, t('"since" must map a heading of this template to a version.'))) {
          const version = versionIn(entry.value);
          if (version) since.set(keyOf(entry), version);
          else
            fault(
              entry,
              t('The version of "{0}" must be numbers with dots between them, such as "1.2".', keyOf(entry)),
            );
        }
        break;
      default:
        fault(pair, t('"{0}" is no template setting. There are: {1}.', key, KEYS));
    }
  }
  return { ...text, aliases, ...lists, order, minimum, since, faults, span: own ? spanOf(own) : undefined };

  function fault(pair: Pair<unknown, unknown>, message: string): void {
    faults.push({ message, span: spanOf(pair) });
  }

  /** The entries of a map; a fault where there is none. */
  function entriesOf(pair: Pair<unknown, unknown>, message: string): readonly Pair<unknown, unknown>[] {
    if (isMap(pair.value)) return pair.value.items;
    fault(pair, message);
    return [];
  }
}

function keyOf(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function spanOf({ key, value }: Pair<unknown, unknown>): Span {
  const [start, keyEnd] = (key as Node).range!;
  return { start, end: (value as Node | null)?.range?.[1] ?? keyEnd };
}

/** One text as it is written: `1.10` without quotes is a number to YAML and would lose its zero. */
function writtenIn(node: unknown): string {
  return isScalar(node) ? (node.source ?? '').trim() : '';
}

function versionIn(node: unknown): string | undefined {
  const written = writtenIn(node);
  return isVersion(written) ? written : undefined;
}

/** One text or a list of texts. */
function stringsOf(node: unknown): string[] | undefined {
  const value: unknown = isScalar(node)
    ? [node.value]
    : (node as { toJSON?: () => unknown } | null)?.toJSON?.();
  if (!Array.isArray(value)) return undefined;
  return value.every((item) => typeof item === 'string') ? value : undefined;
}
