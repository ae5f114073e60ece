/** The groups that the settings are shown in, in their order. */
export const SETTING_GROUPS = ['General', 'Templates', 'Rules', 'Editor', 'Debug'] as const;

/** A setting that users can change, as the manifest, the schema of `.specwright.json` and the documentation read it. */
export interface SettingSchema {
  readonly type: string;
  readonly default: unknown;
  readonly markdownDescription: string;
  /** What the setting can differ by, as VS Code calls it. */
  readonly scope: 'resource' | 'window';
  readonly group: (typeof SETTING_GROUPS)[number];
  /** Whether it belongs to a project, so that `.specwright.json` may have it. */
  readonly isOfProject?: boolean;
  readonly [keyword: string]: unknown;
}

/**
 * Every setting but those of the single rules, by its name behind `specwright.`, in the order in which they are shown. The
 * manifest, the schema of `.specwright.json` and the tables of docs/configuration.md are generated from it.
 */
export const SETTINGS: Readonly<Record<string, SettingSchema>> = {
  enable: {
    type: 'boolean',
    default: true,
    scope: 'resource',
    group: 'General',
    isOfProject: true,
    markdownDescription:
      'Check Markdown files that follow a spec template. Other Markdown files are never checked.',
  },
  ignore: {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    default: [],
    scope: 'resource',
    group: 'General',
    isOfProject: true,
    markdownDescription:
      'Files and folders that are never checked, as glob patterns such as `archive` or `**/drafts/*.md`. A pattern that begins with `!` takes a file back in.',
  },
  author: {
    type: 'string',
    default: '',
    scope: 'resource',
    group: 'General',
    markdownDescription:
      'Your name, filled in where a template or a revision asks for an author. When empty, it is the `user.name` of git.',
  },
  'templates.folder': {
    type: 'string',
    default: '.specwright/templates',
    scope: 'resource',
    group: 'Templates',
    isOfProject: true,
    markdownDescription: 'The folder with templates of your own. Each `.md` file in it is a template.',
  },
  'templates.associations': {
    type: 'object',
    default: {},
    scope: 'resource',
    group: 'Templates',
    isOfProject: true,
    additionalProperties: { type: 'string' },
    markdownDescription:
      'The template that files follow, for files that are not recognised by their headings: glob patterns with the id of a template, such as `"docs/design/**/*.md": "system"`.',
  },
  projectSize: {
    type: 'string',
    enum: ['', 'small', 'medium', 'large'],
    enumItemLabels: ['Not set', 'Small', 'Medium', 'Large'],
    enumDescriptions: [
      'Sections are required or optional as the template marks them.',
      'Sections that the template keeps for larger projects may be left out.',
      'Sections that the template wants in medium projects are expected.',
      'Sections that the template wants in large projects are expected.',
    ],
    default: '',
    scope: 'resource',
    group: 'Templates',
    isOfProject: true,
    markdownDescription:
      'The size of your projects, for templates that say which sections a spec of each size should have. A spec can state its own: `specwright: { size: small }` in the front matter, or a comment `<!-- specwright-size small -->`.',
  },
  'codeLens.enable': {
    type: 'boolean',
    default: false,
    scope: 'resource',
    group: 'Editor',
    markdownDescription:
      'Show links above lines of a spec: to add another of a repeated section, such as a component or a phase, and to what refers to a requirement.',
  },
  'preview.enable': {
    type: 'boolean',
    default: true,
    group: 'Editor',
    scope: 'resource',
    markdownDescription:
      'Show the status, the progress and the open placeholders of a spec in the preview of Markdown.',
  },
  'trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    enumDescriptions: ['Nothing.', 'The name of each message.', 'Each message as a whole.'],
    default: 'off',
    scope: 'window',
    group: 'Debug',
    markdownDescription: 'Log what the editor and the language server say to each other.',
  },
  'debug.verifyIncremental': {
    type: 'boolean',
    default: false,
    scope: 'window',
    group: 'Debug',
    markdownDescription:
      'After each edit, compare the incrementally read document with one read afresh, and log any difference. Slow; for developers of Specwright.',
  },
};

/** What a rule may be set to, with what each means. */
export const SEVERITY_CHOICES: Readonly<Record<string, string>> = {
  default: 'As loud as the rule is by itself: it follows the status of the document.',
  off: 'Not reported.',
  hint: 'Three dots under the text; not in the Problems view.',
  information: 'Reported as information, whatever the status.',
  warning: 'Reported as a warning, whatever the status.',
  error: 'Reported as an error, whatever the status.',
};
