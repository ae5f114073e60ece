export function obstacles(release: {
  version: string;
  changelog: string;
  /** As `git status --porcelain` lists it. */
  changed: string;
  /** Those of the commit, one a line. */
  tags: string;
  env: Readonly<Record<string, string | undefined>>;
}): string[];
