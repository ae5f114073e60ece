// The tables of docs/configuration.md, written from the list of settings; what stands around them is written by hand.
import { readFile } from 'node:fs/promises';

/** The page with its tables as they should be: each stands between `<!-- generated: name -->` and `<!-- end -->`. */
export async function configurationPage(file, groups, settings, rules) {
  const tables = { settings: settingsTable(groups, settings), options: optionsTable(rules) };
  const text = await readFile(file, 'utf8');
  return text.replace(
    /(<!-- generated: (\w+) -->\n)[^]*?(<!-- end -->)/g,
    (_, begin, name, end) => `${begin}\n${tables[name]}\n\n${end}`,
  );
}

function settingsTable(groups, settings) {
  const byGroup = groups.flatMap((title) =>
    Object.entries(settings).filter(([, { group }]) => group === title),
  );
  const rows = byGroup.map(([name, { isOfProject, markdownDescription, default: value }]) => {
    const inFile = isOfProject ? `\`${nested(name)}\`` : '–';
    return `| \`specwright.${name}\` | ${inFile} | \`${JSON.stringify(value)}\` | ${markdownDescription} |`;
  });
  return ['| Setting | In `.specwright.json` | Default | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}

/** A name with dots, as the file nests it. */
function nested(name) {
  const parts = name.split('.');
  return `${parts.join(': { ')}${' }'.repeat(parts.length - 1)}`;
}

function optionsTable(rules) {
  const rows = rules.flatMap(({ id, options = {} }) =>
    Object.entries(options).map(
      ([name, option]) =>
        `| [${id}](rules/${id}.md) | \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description} |`,
    ),
  );
  return ['| Rule | Option | Default | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}
