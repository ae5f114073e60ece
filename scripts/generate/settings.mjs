// The settings as the manifest has them.

/** `contributes.configuration`: a titled group of settings each, in the order in which they are declared. */
export function configuration(groups, settings) {
  const all = Object.entries(settings);
  return groups.map((title, index) => ({
    title,
    order: index + 1,
    properties: Object.fromEntries(
      all
        .filter(([, setting]) => setting.group === title)
        .map(([name, setting], order) => [
          `specwright.${name}`,
          { ...keywordsOf(setting), order: order + 1 },
        ]),
    ),
  }));
}

/** What VS Code knows of a setting. */
function keywordsOf(setting) {
  const keywords = { ...setting };
  delete keywords.group;
  delete keywords.isOfProject;
  return keywords;
}
