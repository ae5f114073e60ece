/**
 * How well a name answers a query, as clients of LSP filter symbols: the letters of the query in their order, whatever the case.
 * @returns the higher the better; undefined where the name does not answer it
 */
export function queryMatch(query: string, name: string): number | undefined {
  const wanted = query.toLowerCase().replace(/\s+/gu, '');
  const text = name.toLowerCase();
  if (wanted === '') return 0;
  const whole = query.toLowerCase().trim();
  const at = text.indexOf(whole);
  if (at === 0) return text.length === whole.length ? 4 : 3;
  if (at > 0) return /[\p{L}\p{N}]/u.test(text[at - 1]!) ? 1 : 2;
  let position = 0;
  for (const letter of wanted) {
    const next = text.indexOf(letter, position);
    if (next < 0) return undefined;
    position = next + letter.length;
  }
  return 0;
}
