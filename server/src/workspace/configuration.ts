import type { ProjectSize } from '../template/schema';
import { projectSize } from '../template/stated-size';

/** How loudly a problem is reported. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** How loud a user wants a rule: a severity whatever the status, `off`, or `default` for the rule's own. */
export type RuleSeverity = Severity | 'off' | 'default';

/** What a user may set for a rule: how loud it is, or that beside values for its options. */
export type RuleSetting =
  RuleSeverity | { readonly severity?: RuleSeverity; readonly [option: string]: unknown };

/** The settings of Specwright, each with its default filled in. */
export interface Configuration {
  readonly enable: boolean;
  /** The folder of the team's templates, relative to the workspace folder. */
  readonly templatesFolder: string;
  /** Glob of paths to the id of the template that they follow; the first that matches counts. */
  readonly associations: Readonly<Record<string, string>>;
  /** The size of project that specs are for which state none; undefined: no size. */
  readonly projectSize: ProjectSize | undefined;
  /** The name of whoever writes, for what is filled in; empty where it is not set. */
  readonly author: string;
  /** Whether to show code lenses. */
  readonly codeLens: boolean;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly verifyIncremental: boolean;
}

export const DEFAULT_CONFIGURATION: Configuration = {
  enable: true,
  templatesFolder: '.specwright/templates',
  associations: {},
  projectSize: undefined,
  author: '',
  codeLens: false,
  rules: {},
  verifyIncremental: false,
};

const RULE_SETTINGS: readonly string[] = [
  'error',
  'warning',
  'info',
  'information',
  'hint',
  'off',
  'default',
];

/**
 * Reads the `specwright` section of a client's settings. A value of the wrong type counts as not set.
 * @param section as the client sends it, nested by the dots of the settings' names
 */
export function readConfiguration(section: unknown): Configuration {
  const settings = record(section);
  const templates = record(settings.templates);
  const defaults = DEFAULT_CONFIGURATION;
  return {
    enable: settings.enable !== false,
    templatesFolder: text(templates.folder) || defaults.templatesFolder,
    associations: entries(templates.associations, (value) => (typeof value === 'string' ? value : undefined)),
    projectSize: projectSize(settings.projectSize),
    author: text(settings.author),
    codeLens: record(settings.codeLens).enable === true,
    rules: entries(settings.rules, ruleSetting),
    verifyIncremental: record(settings.debug).verifyIncremental === true,
  };
}

function ruleSetting(value: unknown): RuleSetting | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ruleSeverity(value);
  const { severity: given, ...options } = value as Readonly<Record<string, unknown>>;
  const severity = ruleSeverity(given);
  return severity === undefined ? options : { ...options, severity };
}

function ruleSeverity(value: unknown): RuleSeverity | undefined {
  if (typeof value !== 'string' || !RULE_SETTINGS.includes(value)) return undefined;
  return value === 'information' ? 'info' : (value as RuleSeverity);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function entries<T>(value: unknown, read: (value: unknown) => T | undefined): Record<string, T> {
  const pairs = Object.entries(record(value)).flatMap(([key, item]) => {
    const result = read(item);
    return result === undefined ? [] : [[key, result] as const];
  });
  return Object.fromEntries(pairs);
}
