/** Where the pages of the rules can be read; the `repository` of package.json. */
const PAGES = 'https://github.com/specwright/specwright/blob/main/docs/rules';

/** The address of the page about a rule, for people. */
export function rulePage(id: string): string {
  return `${PAGES}/${id}.md`;
}
