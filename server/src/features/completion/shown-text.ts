/** More lines tell nothing more of what is meant. */
const MOST_LINES = 30;

/** Text of a document or template to be shown as it is written: in a fence, so that nothing in it is a link, an image or HTML. */
export function shownAsCode(text: string, language = 'markdown'): string {
  const lines = text.trim().split(/\r\n|\n|\r/u);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  const longest = Math.max(2, ...shown.map((line) => /`{3,}/u.exec(line)?.[0].length ?? 0));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].join('\n');
}
