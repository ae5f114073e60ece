// Moves what a person reads of the manifest to package.nls.json, where translations start from.

/** The properties of a contribution that VS Code shows. Those of the extension itself are `displayName` and `description`. */
const SHOWN = new Set([
  'title',
  'shortTitle',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
  'deprecationMessage',
  'markdownDeprecationMessage',
  'patternErrorMessage',
  'errorMessage',
  'name',
  'contextualTitle',
  'contents',
  'label',
  'altText',
  'displayName',
]);
/** What holds values and not texts. */
const VALUES = new Set(['default', 'enum', 'examples', 'grammars', 'snippets', 'jsonValidation']);
/** What an element of a list is called by in a key. */
const NAMES = ['command', 'id', 'view'];
/** How a level of the manifest is called in a key. */
const RENAMED = {
  commands: 'command',
  configuration: 'setting',
  markdownDescription: 'description',
  markdownEnumDescriptions: 'enumDescriptions',
  submenus: 'submenu',
  views: 'view',
  viewsContainers: 'container',
  viewsWelcome: 'welcome',
  walkthroughs: 'walkthrough',
};
/** Levels of the manifest that tell nothing in a key. */
const SILENT = new Set(['properties', 'anyOf', 'steps', 'activitybar', 'specwright']);
/** A name, the same in every language. */
const BRAND = 'Specwright';

/**
 * The manifest with a `%key%` for each text that is shown, and the texts by their keys. A text may stand in the manifest in plain
 * English, or as the key that an earlier run put there. Keys come from what a text is about: `command.specwright.newSpec.title`.
 * @param manifest package.json
 * @param known the texts by their keys, as they were
 */
export function localizeManifest(manifest, known) {
  const texts = {};
  const keep = (value, path) => {
    const earlier = /^%(.+)%$/u.exec(value)?.[1];
    const english = earlier === undefined ? value : known[earlier];
    if (english === undefined)
      throw new Error(`package.json names ${value}, and package.nls.json has no such text.`);
    if (english === BRAND || english === '') return english;
    const key = keyOf(path);
    if (texts[key] !== undefined && texts[key] !== english)
      throw new Error(
        `Two texts of package.json would both have the key "${key}". Give what they are about an id.`,
      );
    texts[key] = english;
    return `%${key}%`;
  };
  const visit = (value, path) => {
    if (Array.isArray(value))
      return value.map((item, index) => visit(item, [...path, nameOf(item, value, index)]));
    if (value === null || typeof value !== 'object') return value;
    // The names in a map of settings are no keywords.
    const isMap = path.at(-1) === 'properties';
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const at = [...path, name];
        if (!isMap && VALUES.has(name)) return [name, item];
        if (isMap || !SHOWN.has(name)) return [name, visit(item, at)];
        if (typeof item === 'string') return [name, keep(item, at)];
        return [
          name,
          Array.isArray(item) ? item.map((text, i) => keep(text, [...at, `${i + 1}`])) : visit(item, at),
        ];
      }),
    );
  };
  const localized = {
    ...manifest,
    displayName: keep(manifest.displayName, ['displayName']),
    description: keep(manifest.description, ['description']),
    contributes: visit(manifest.contributes, []),
  };
  return { manifest: localized, texts };
}

function keyOf([first, ...path]) {
  // A setting may come into another group and stays what it is.
  const about = first === 'configuration' && path[1] === 'properties' ? path.slice(1) : path;
  const parts = about.filter((part) => !SILENT.has(part)).map((part) => RENAMED[part] ?? part);
  return [RENAMED[first] ?? first, ...parts].join('.').replace('setting.specwright.rules.', 'rule.');
}

/** An element of a list by what it is about; of several about the same, by its number among them. */
function nameOf(item, list, index) {
  const nameIn = (each) => NAMES.map((name) => each?.[name]).find((found) => typeof found === 'string');
  const name = nameIn(item);
  // Groups of settings have nothing but their titles.
  if (name === undefined && item?.properties && item.title) return item.title.toLowerCase();
  const alike = list.filter((each) => nameIn(each) === name);
  if (name === undefined || alike.length === 1) return name ?? 'anyOf';
  return `${name}.${list.slice(0, index).filter((each) => alike.includes(each)).length + 1}`;
}
