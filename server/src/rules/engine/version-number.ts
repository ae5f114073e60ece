/** The numbers of a version such as `v1.10`, a remark behind it left out; undefined where it is none, or a pre-release. */
export function versionNumber(text: string): readonly number[] | undefined {
  const match = /^(?:v|version )?(\d+(?:\.\d+){0,3})(?=$|[\s,;(])/iu.exec(text.trim());
  return match?.[1]!.split('.').map(Number);
}

/** Less than 0 where `a` is the older one; `1.0` and `1.0.0` are the same. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
