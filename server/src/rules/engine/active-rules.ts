import type { Phase } from '../../template/phase';
import type { Configuration, RuleSetting, Severity } from '../../workspace/configuration';
import type { OptionValue, OptionValues, Rule, RuleOptions } from './rule';

/** A rule that is to run, with its options as the user has set them. */
export interface ActiveRule<R extends Rule = Rule> {
  readonly rule: R;
  readonly severity: Severity;
  readonly options: OptionValues<RuleOptions>;
}

type Scope = Rule['scope'];

/** The rules to run, by scope, and the ids of all of them. */
export type ActiveRules = { readonly [S in Scope]: readonly ActiveRule<Extract<Rule, { scope: S }>>[] } & {
  readonly ids: ReadonlySet<string>;
};

const known = new WeakMap<readonly Rule[], Map<string, ActiveRules>>();

/** The rules to run in a phase; the same arrays for the same settings and phase, so that findings can be kept by them. */
export function activeRules(
  rules: readonly Rule[],
  phase: Phase,
  { rules: settings }: Pick<Configuration, 'rules'>,
): ActiveRules {
  const key = `${phase} ${JSON.stringify(settings)}`;
  let memory = known.get(rules);
  if (!memory) known.set(rules, (memory = new Map<string, ActiveRules>()));
  let active = memory.get(key);
  if (!active) memory.set(key, (active = choose(rules, phase, settings)));
  return active;
}

function choose(rules: readonly Rule[], phase: Phase, settings: Configuration['rules']): ActiveRules {
  const running = rules.flatMap((rule): ActiveRule[] => {
    const setting = settings[rule.id];
    const chosen = typeof setting === 'object' ? (setting.severity ?? 'default') : (setting ?? 'default');
    const severity = chosen === 'default' ? rule.severity[phase] : chosen;
    return severity === 'off' ? [] : [{ rule, severity, options: optionsOf(rule, setting) }];
  });
  const inScope = <S extends Scope>(scope: S) =>
    running.filter((each) => each.rule.scope === scope) as unknown as ActiveRules[S];
  return {
    ids: new Set(running.map(({ rule }) => rule.id)),
    document: inScope('document'),
    content: inScope('content'),
    workspace: inScope('workspace'),
    summary: inScope('summary'),
    block: inScope('block'),
  };
}

/** A value of another type than the default's counts as not set. */
function optionsOf({ options = {} }: Rule, setting: RuleSetting | undefined): OptionValues<RuleOptions> {
  const given: Readonly<Record<string, unknown>> = typeof setting === 'object' ? setting : {};
  const values = Object.entries(options).map(([name, option]) => {
    const value = given[name];
    return [name, hasTypeOf(value, option.default) ? value : option.default] as const;
  });
  return Object.fromEntries(values) as OptionValues<RuleOptions>;
}

function hasTypeOf(value: unknown, sample: OptionValue): value is OptionValue {
  if (typeof sample === 'object')
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typeof value === typeof sample;
}
