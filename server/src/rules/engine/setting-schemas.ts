import type { Shape } from '../../workspace/json-shape';
import { RULES } from './registry.generated';
import type { OptionValue, RuleOptions } from './rule';
import { SETTINGS, SEVERITY_CHOICES, type SettingSchema } from './settings';

const CHOICES = Object.keys(SEVERITY_CHOICES);
const RULES_DESCRIPTION =
  'The severity of single rules, whatever the status of the document, such as `"vague-term": "off"`, or an object with the severity and the options of the rule. `default` follows the status.';

/** What the objects are about that hold settings with dots in their names. */
const GROUPS: Readonly<Record<string, string>> = {
  templates: 'Where templates of your own are, and which files follow which template.',
};

/** `specwright.rules` as the manifest has it. */
export function rulesSetting(): SettingSchema {
  return {
    type: 'object',
    default: {},
    scope: 'resource',
    group: 'Rules',
    isOfProject: true,
    additionalProperties: false,
    markdownDescription: RULES_DESCRIPTION,
    properties: ruleProperties({ enum: CHOICES }),
  };
}

/** The JSON schema of `.specwright.json`, which is also what the file is read by. */
export function projectSchema(): Shape {
  const severity: Shape = { enum: CHOICES, enumDescriptions: Object.values(SEVERITY_CHOICES) };
  const properties: Record<string, Shape> = {
    $schema: { type: 'string', description: 'The schema of this file, for editors that do not know it.' },
    root: {
      type: 'boolean',
      default: false,
      description:
        'Whether the files `.specwright.json` in the folders above are left alone. The settings of the editor still count.',
    },
  };
  const ofProject = Object.entries(SETTINGS).filter(([, { isOfProject }]) => isOfProject);
  for (const [name, { markdownDescription: description, ...setting }] of ofProject) {
    const { scope: _scope, group: _group, isOfProject: _is, enumItemLabels: _labels, ...keywords } = setting;
    put(properties, name.split('.'), { ...keywords, description, markdownDescription: description });
  }
  properties.rules = {
    type: 'object',
    additionalProperties: false,
    default: {},
    description: RULES_DESCRIPTION,
    markdownDescription: RULES_DESCRIPTION,
    properties: ruleProperties({ $ref: '#/definitions/severity' }),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Specwright configuration',
    description: 'Settings of Specwright for the folder of this file and all folders in it.',
    allowComments: true,
    allowTrailingCommas: true,
    type: 'object',
    additionalProperties: false,
    properties,
    definitions: { severity },
  };
}

/** A setting with dots in its name stands in an object of its own for each. */
function put(properties: Record<string, Shape>, [name, ...rest]: readonly string[], setting: Shape): void {
  if (rest.length === 0) properties[name!] = setting;
  else {
    const group = (properties[name!] ??= {
      type: 'object',
      additionalProperties: false,
      description: GROUPS[name!],
      properties: {},
    });
    put(group.properties as Record<string, Shape>, rest, setting);
  }
}

function ruleProperties(severity: Shape): Record<string, Shape> {
  const entries = RULES.map(({ id, docs, options }) => {
    const value = options ? { anyOf: [severity, withOptions(severity, options)] } : severity;
    // Beside `$ref`, other keywords of the draft do not count.
    const shape = value.$ref === undefined ? value : { anyOf: [value] };
    return [id, { default: 'default', markdownDescription: docs.what, ...shape }] as const;
  });
  return Object.fromEntries(entries);
}

function withOptions(severity: Shape, options: RuleOptions): Shape {
  const properties = Object.entries(options).map(([name, option]) => [
    name,
    { ...typeOf(option.default), default: option.default, markdownDescription: option.description },
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    properties: { severity, ...(Object.fromEntries(properties) as Record<string, Shape>) },
  };
}

function typeOf(value: OptionValue): Shape {
  if (typeof value === 'object') return { type: 'array', items: { type: 'string' } };
  return { type: typeof value };
}
