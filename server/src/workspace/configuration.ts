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
  /**
   * Globs of paths that are never checked; one that begins with `!` takes files back in, and the last that matches counts.
   * These and all other paths here are relative to the workspace folder.
   */
  readonly ignore: readonly string[];
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
  ignore: [],
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

/** Settings of which those that somebody has set are there. */
export type GivenSettings = Partial<Configuration>;

/**
 * Reads the `specwright` section of a client's settings. A value of the wrong type counts as not set.
 * @param section as the client sends it, nested by the dots of the settings' names
 */
export function readConfiguration(section: unknown): Configuration {
  return { ...DEFAULT_CONFIGURATION, ...readSettings(section) };
}

/** Reads those settings that are there and of the right type. */
export function readSettings(section: unknown): GivenSettings {
  const settings = record(section);
  const templates = record(settings.templates);
  const given: { -readonly [K in keyof Configuration]?: Configuration[K] | undefined } = {
    enable: flag(settings.enable),
    ignore: Array.isArray(settings.ignore) ? settings.ignore.map(text).filter(Boolean) : undefined,
    templatesFolder: text(templates.folder) || undefined,
    associations:
      templates.associations === undefined
        ? undefined
        : entries(templates.associations, (value) => text(value) || undefined),
    author: text(settings.author) || undefined,
    codeLens: flag(record(settings.codeLens).enable),
    rules: settings.rules === undefined ? undefined : entries(settings.rules, ruleSetting),
    verifyIncremental: flag(record(settings.debug).verifyIncremental),
  };
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  const size = projectSize(settings.projectSize);
  // None is a size as well: it undoes what was said farther away.
  const hasSize = size !== undefined || settings.projectSize === '';
  return { ...(Object.fromEntries(set) as GivenSettings), ...(hasSize ? { projectSize: size } : {}) };
}

/** The settings of a rule with others over them: the severity and each option for itself. */
export function mergeRules(
  under: Configuration['rules'],
  over: Configuration['rules'],
): Configuration['rules'] {
  const merged = Object.entries(over).map(([id, setting]) => {
    const below = under[id];
    const isPlain = typeof setting === 'string' && typeof below !== 'object';
    return [id, below === undefined || isPlain ? setting : { ...parts(below), ...parts(setting) }] as const;
  });
  return { ...under, ...Object.fromEntries(merged) };
}

function parts(setting: RuleSetting): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { severity: setting } : setting;
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

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
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
