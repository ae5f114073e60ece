/** Words of file names that fit every spec: they tell what kind of file it is, or which state of it. */
const GENERIC = new Set(
  [
    'a an and for of the to my new old our',
    'agent component document doc docs feature file product project service system',
    'design engineering md prd readme index requirements rfc adr spec specification specs sdd tdd tech technical template',
    'copy draft example final initial rev sample test tmp untitled update updated version wip',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The name that a file name gives to what the file is about: `docs/2026-11-parcel-tracking.spec.md` to "Parcel tracking".
 * @returns undefined where it says no more than what kind of file it is
 */
export function nameInPath(path: string): string | undefined {
  const file = /[^/\\]*$/u.exec(path)![0].replace(/\.(?:md|mdx|markdown|mkd|txt)$/iu, '');
  const words = file
    .normalize('NFC')
    // The id of the spec, such as `TS-2026-007`, is no part of its name.
    .replace(/^[A-Z]{1,10}(?:[-_]\d+)+(?!\p{L})/u, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const isGeneric = (word: string) => /^(?:v|r|rev|no)?\d+$/iu.test(word) || GENERIC.has(word.toLowerCase());
  const first = words.findIndex((word) => !isGeneric(word));
  const last = words.findLastIndex((word) => !isGeneric(word));
  if (first < 0) return undefined;
  const [start, ...others] = words.slice(first, last + 1);
  return [start![0]!.toUpperCase() + start!.slice(1), ...others].join(' ');
}
