/** Which part of a version goes up. */
export type VersionStep = 'patch' | 'minor' | 'major';

/** The version behind a version. */
export interface NextVersion {
  readonly step: VersionStep;
  /** Without a `v`. */
  readonly version: string;
}

/** The next versions, smallest step first, each with as many numbers as the one that there is, or as it needs. */
export function nextVersions(numbers: readonly number[]): NextVersion[] {
  const steps: readonly VersionStep[] = ['patch', 'minor', 'major'];
  return steps.map((step) => {
    const at = step === 'major' ? 0 : step === 'minor' ? 1 : 2;
    const length = Math.max(numbers.length, at + 1);
    const next = Array.from({ length }, (_, index) => (index > at ? 0 : (numbers[index] ?? 0)));
    next[at]! += 1;
    return { step, version: next.join('.') };
  });
}
