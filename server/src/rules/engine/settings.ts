/** A setting that users can change, as the manifest and the configuration read it. */
export interface SettingSchema {
  readonly type: string;
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly [keyword: string]: unknown;
}

/** Every setting but those of the single rules, by its name behind `specwright.`; the manifest is generated from it. */
export const SETTINGS: Readonly<Record<string, SettingSchema>> = {
  enable: {
    type: 'boolean',
    default: true,
    markdownDescription: 'Check specifications. Files that follow no template are never checked.',
  },
  'templates.folder': {
    type: 'string',
    default: '.specwright/templates',
    scope: 'resource',
    markdownDescription:
      'The folder of your own templates, relative to the workspace folder. Each `.md` file in it is a template.',
  },
  'templates.associations': {
    type: 'object',
    default: {},
    scope: 'resource',
    additionalProperties: { type: 'string' },
    markdownDescription:
      'Which template files follow, by the id of the template, for files that are not to be recognised by their headings. Example: `{ "docs/design/**/*.md": "system" }`.',
  },
  projectSize: {
    type: 'string',
    enum: ['', 'small', 'medium', 'large'],
    default: '',
    scope: 'resource',
    markdownDescription:
      'The size of your projects, for templates that say which sections a spec of each size should have. Sections that are not for this size may be left out, optional ones that are for it are recommended. A document can state its own: `specwright: { size: small }` in the front matter, or a comment `<!-- specwright-size small -->`.',
  },
  author: {
    type: 'string',
    default: '',
    markdownDescription:
      'The author filled in when a template is inserted. When empty, the `user.name` of git is used.',
  },
  'codeLens.enable': {
    type: 'boolean',
    default: false,
    scope: 'resource',
    markdownDescription:
      'Show links above lines of a spec: to add another of a repeated section, such as a component or a phase, and to what refers to a requirement.',
  },
  'preview.enable': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription:
      'Show the status, the progress and the open placeholders of a spec in the preview of Markdown.',
  },
  'debug.verifyIncremental': {
    type: 'boolean',
    default: false,
    markdownDescription:
      'After each edit, compare the incrementally read document with one read afresh, and log any difference. Slow; for developers of Specwright.',
  },
  'trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    scope: 'window',
    markdownDescription: 'Log what the editor and the language server say to each other.',
  },
};
