import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

type Texts = Readonly<Record<string, string>>;

interface ManifestTexts {
  localizeManifest(manifest: object, known: Texts): { manifest: object; texts: Texts };
}
interface SourceTexts {
  englishBundle(sources: { name: string; text: string }[], others: string[]): Texts;
}
interface Translations {
  translate(
    english: { bundle: Texts; texts: Texts },
    translation: { bundle: Texts; manifest: Texts },
  ): { bundle: Texts; manifest: Texts; texts: Texts; open: string[] };
}

const script = async (name: string): Promise<unknown> =>
  import(pathToFileURL(resolve(import.meta.dirname, '../scripts/generate', name)).href);
const { localizeManifest } = (await script('manifest-texts.mjs')) as ManifestTexts;
const { englishBundle } = (await script('texts.mjs')) as SourceTexts;
const { translate } = (await script('translations.mjs')) as Translations;

const manifest = {
  name: 'specwright',
  displayName: 'Specwright',
  description: 'Specs.',
  contributes: {
    commands: [{ command: 'specwright.new', category: 'Specwright', title: 'New Spec' }],
    menus: { 'view/title': [{ command: 'specwright.new', when: 'view == specwright.specs' }] },
    configuration: {
      title: 'Specwright',
      properties: {
        'specwright.title': {
          type: 'string',
          default: 'Title',
          markdownDescription: 'A title.',
          enumDescriptions: ['One', 'Two'],
        },
        'specwright.rules': {
          properties: {
            'a-rule': { anyOf: [{ enum: ['off'] }, { properties: { words: { description: 'Words.' } } }] },
          },
        },
      },
    },
    viewsWelcome: [
      { view: 'specwright.specs', contents: 'None.' },
      { view: 'specwright.specs', contents: 'No folder.' },
      { view: 'specwright.outline', contents: 'No spec.' },
    ],
    walkthroughs: [
      {
        id: 'start',
        title: 'Start',
        steps: [{ id: 'first', title: 'First', media: { image: 'media/first.svg', altText: 'A page' } }],
      },
    ],
  },
};
const texts = {
  description: 'Specs.',
  'command.specwright.new.title': 'New Spec',
  'setting.specwright.title.description': 'A title.',
  'setting.specwright.title.enumDescriptions.1': 'One',
  'setting.specwright.title.enumDescriptions.2': 'Two',
  'rule.a-rule.words.description': 'Words.',
  'welcome.specwright.specs.1.contents': 'None.',
  'welcome.specwright.specs.2.contents': 'No folder.',
  'welcome.specwright.outline.contents': 'No spec.',
  'walkthrough.start.title': 'Start',
  'walkthrough.start.first.title': 'First',
  'walkthrough.start.first.media.altText': 'A page',
};

describe('the texts of the manifest', () => {
  const first = localizeManifest(manifest, {});

  test('have keys that say what they are about', () => {
    expect(first.texts).toEqual(texts);
    expect(first.manifest).toMatchObject({
      displayName: 'Specwright',
      contributes: {
        commands: [{ category: 'Specwright', title: '%command.specwright.new.title%' }],
        menus: manifest.contributes.menus,
        configuration: { title: 'Specwright', properties: { 'specwright.title': { default: 'Title' } } },
      },
    });
  });

  test('of groups of settings have keys by their titles, and settings do not', () => {
    const configuration = [
      { title: 'General', order: 1, properties: {} },
      { title: 'Rules', order: 3, properties: { 'specwright.a': { description: 'A.' } } },
    ];
    expect(localizeManifest({ ...manifest, contributes: { configuration } }, {}).texts).toEqual({
      description: 'Specs.',
      'setting.general.title': 'General',
      'setting.rules.title': 'Rules',
      'setting.specwright.a.description': 'A.',
    });
  });

  test('stay where they are when they are moved again', () => {
    expect(localizeManifest(first.manifest, first.texts)).toEqual(first);
  });

  test('are missed when a key has none', () => {
    expect(() => localizeManifest(first.manifest, {})).toThrow('%description%');
  });
});

describe('the texts of the sources', () => {
  const bundle = (text: string) =>
    Object.keys(
      englishBundle([{ name: 'a.ts', text: `import { t } from '@vscode/l10n';\n${text}` }], ['Other']),
    );

  test('are the first arguments of t, and those from elsewhere', () => {
    expect(bundle(`t('One {0}', t("Don't")); l10n.t('Two'); t(rule.what); print('Three');`)).toEqual([
      "Don't",
      'One {0}',
      'Other',
      'Two',
    ]);
  });

  test.each(['t(`One ${two}`)', "t('One ' + two)"])('are not put together, as in %s', (text) => {
    expect(() => bundle(text)).toThrow('a.ts, line 2');
  });
});

describe('a translation', () => {
  const english = { bundle: { One: 'One', Two: 'Two' }, texts: { a: 'One', b: 'Bee' } };

  test('takes for the manifest what the sources have already, and says what is missing', () => {
    expect(translate(english, { bundle: { One: 'Eins' }, manifest: {} })).toEqual({
      bundle: { One: 'Eins' },
      manifest: {},
      texts: { a: 'Eins' },
      open: ['translate in the bundle: "Two"', 'translate in the manifest: "Bee"'],
    });
  });

  test('keeps what has no English any more for a person to look at', () => {
    const { bundle, manifest, texts, open } = translate(english, {
      bundle: { Too: 'Zwei', Two: 'Zwei', One: 'Eins' },
      manifest: { Be: 'Biene', Bee: 'Biene' },
    });
    expect([Object.keys(bundle), Object.keys(manifest)]).toEqual([
      ['One', 'Two', 'Too'],
      ['Bee', 'Be'],
    ]);
    expect(texts).toEqual({ a: 'Eins', b: 'Biene' });
    expect(open).toEqual([
      'delete from the bundle, or reword: "Too"',
      'delete from the manifest, or reword: "Be"',
    ]);
  });
});
