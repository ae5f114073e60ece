/** A share of users or traffic that a step of a rollout reaches. */
export interface Share {
  readonly percent: number;
  /** Of whom, as it is compared: shares of different groups say nothing about each other. */
  readonly of: string;
  /** Where the number stands in the text that was read. */
  readonly start: number;
  readonly end: number;
}

const GROUPS =
  'users?|traffic|requests|calls|tenants|customers|accounts|sessions|baskets|carts|orders|pods|hosts|servers|instances|replicas|members|devices|fleet|nodes|clusters|visitors|clients|installs|installations|shops|merchants|stores|sites|organi[sz]ations|orgs|teams|workspaces|population|audience|players|readers|subscribers|drivers|employees|staff|buckets?';
/** `5% of users`, `25 % production traffic`, `10% of members in the EU`, where the words end or go on to something else. */
const OF_GROUP = new RegExp(
  String.raw`(?<![\p{L}\d.,–-])(\d{1,3}(?:[.,]\d+)?)[ \u00a0]?%[ \u00a0]+(?:of +)?((?:[\p{L}-]+ +){0,3}?(?:${GROUPS})(?: in [\p{L} ]+)?)(?=\s*(?:$|[,;.:()|–—/→-]|\d|(?:for|until|after|from|by|during|on|over|and|then|with|while)\b))`,
  'giu',
);
/** A limit, not a step: `< 0.5% of requests`, `less than 1% of users`. */
const LIMIT = /(?:[<>≤≥=]|\b(?:below|above|under|than|exceeds?|least|most|within))\s*$/iu;
const STEP =
  'phase|stage|step|week|day|wave|canary|ramp|ring|pilot|beta|alpha|rollout|full|general|ga|early|hour|sprint|month|milestone|production';
/** Nothing but a share, or one behind the name of a step: `10%`, `Week 2: 50%`, `Canary - 5%, one day`. */
const BARE = new RegExp(
  String.raw`^\s*(?:(?:${STEP})\b[^%:–—-]{0,40}[:–—-]\s*|\d+[.)]\s+)?~?(\d{1,3}(?:[.,]\d+)?)[ \u00a0]?%\s*(?:$|[,;(])`,
  'iu',
);
/** Words that do not tell one group from another. */
const ALL = /\b(?:all|of|the|our|production|prod|live|total)\b/gu;

/** The one share that a step names; undefined where it names none or several. Marks of emphasis do not count. */
export function shareIn(source: string): Share | undefined {
  const text = source.replace(/[*_~]/gu, ' ');
  const found = [...text.matchAll(OF_GROUP)].filter(({ index }) => !LIMIT.test(text.slice(0, index)));
  const [match] = found;
  if (found.length > 1) return undefined;
  if (match) return toShare(match[1]!, match[2]!, match.index);
  const bare = BARE.exec(text);
  return bare ? toShare(bare[1]!, '', bare[0].lastIndexOf(bare[1]!)) : undefined;
}

/** The shares of a chain: `5% → 25% → 100%`. */
export function chainsIn(text: string): Share[][] {
  const chains = text.matchAll(
    /\d{1,3}(?:[.,]\d+)?\s?%(?:\s*(?:→|⇒|➔|➜|[–-]{0,2}>|=>)\s*\d{1,3}(?:[.,]\d+)?\s?%)+/gu,
  );
  return Array.from(chains, ({ 0: chain, index }) =>
    Array.from(chain.matchAll(/\d{1,3}(?:[.,]\d+)?/gu), (number) =>
      toShare(number[0], '', index + number.index),
    ),
  );
}

function toShare(number: string, of: string, start: number): Share {
  return {
    percent: Number(number.replace(',', '.')),
    of: of.toLowerCase().replace(ALL, ' ').replace(/\s+/gu, ' ').trim(),
    start,
    end: start + number.length,
  };
}
