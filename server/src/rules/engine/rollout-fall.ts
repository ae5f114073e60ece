import type { Share } from './rollout-share';

/** A step of a rollout with its share. */
export interface Step<Place> {
  readonly share: Share;
  readonly place: Place;
}

/** A step that reaches less than the one before it. */
export interface Fall<Place> {
  readonly step: Step<Place>;
  readonly before: Step<Place>;
}

/**
 * The first step of each group that falls below the step before it. A sequence that only falls winds something down, and
 * one that starts again behind 100% and gets there again is a second round: neither is reported.
 * @param least how many steps a sequence that only falls may have and still be a mistake; 0: none
 */
export function findFalls<Place>(steps: readonly Step<Place>[], least: 0 | 2): Fall<Place>[] {
  const groups = new Map<string, Step<Place>[]>();
  for (const step of steps) {
    // Nobody at all is a pause or a way back.
    if (step.share.percent === 0 || step.share.percent > 100) continue;
    groups.set(step.share.of, [...(groups.get(step.share.of) ?? []), step]);
  }
  return [...groups.values()].flatMap((group) => fallIn(group, least) ?? []);
}

function fallIn<Place>(group: readonly Step<Place>[], least: 0 | 2): Fall<Place> | undefined {
  const percents = group.map(({ share }) => share.percent);
  const at = percents.findIndex((percent, i) => i > 0 && percent < percents[i - 1]!);
  if (at < 0) return undefined;
  const rises = percents.some((percent, i) => i > 0 && percent > percents[i - 1]!);
  if (!rises && percents.length !== least) return undefined;
  if (percents[at - 1] === 100 && percents.at(-1) === 100) return undefined;
  return { step: group[at]!, before: group[at - 1]! };
}
