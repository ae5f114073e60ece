/** Headings in short: each line is its marks and its title, and becomes a heading with a text under it. */
export const outlined = (lines: string) =>
  `${lines
    .trim()
    .split(/\s*\n\s*/u)
    .map((line) => `${line}\n\ntext\n`)
    .join('\n')}`;
