/** Whether a text is a version of a template: numbers with dots between them, such as `1.2` or `v2`. */
export function isVersion(text: string): boolean {
  return /^v?\d+(?:\.\d+)*$/iu.test(text);
}

/** Whether one version is newer than another; `1.10` is newer than `1.9`, and `1.0` is `1`. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(than)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function numbersOf(version: string): number[] {
  return version.replace(/^v/iu, '').split('.').map(Number);
}
