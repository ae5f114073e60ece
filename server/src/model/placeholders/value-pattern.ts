import { matchesOf, type PlaceholderConvention } from './convention';

const PATTERN = /\bYYYY[-/.]MM[-/.]DD\b|\b[A-Z]{2,}-(?:YYYY-)?N{2,}\b|\b[XY]\.[YZ](?:\.Z)?\b/gu;

/** A bare pattern that waits for its value: `YYYY-MM-DD`, `TS-YYYY-NNN`, `X.Y`. */
export const valuePattern: PlaceholderConvention = {
  id: 'value-pattern',
  anyText: false,
  wholeOnly: true,
  find: (prose) => matchesOf(PATTERN, prose),
};
