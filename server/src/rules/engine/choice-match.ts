import { foldWords } from '../../model/fold';

/** What else the letters of `H/M/L` and `Y/N` are written as. */
const LONG_FORMS: Readonly<Record<string, readonly string[]>> = {
  h: ['high'],
  m: ['medium', 'med', 'mid', 'moderate'],
  l: ['low'],
  y: ['yes'],
  n: ['no'],
};
/** Words that say one thing; also in German, French, Spanish, Portuguese and Italian, whose authors use English templates. */
const EQUALS: readonly (readonly string[])[] = [
  ['yes', 'y', 'true', 'x', 'required', 'mandatory', 'ja', 'oui', 'sí', 'si', 'sì', 'sim'],
  ['no', 'n', 'false', 'optional', 'nein', 'non', 'não'],
  ['high', 'h', 'hoch', 'élevé', 'élevée', 'haut', 'haute', 'alto', 'alta', 'elevado', 'elevada'],
  ['medium', 'm', 'moderate', 'mittel', 'moyen', 'moyenne', 'medio', 'media', 'médio', 'média'],
  [
    'low',
    'l',
    'niedrig',
    'gering',
    'faible',
    'bas',
    'basse',
    'bajo',
    'baja',
    'baixo',
    'baixa',
    'basso',
    'bassa',
  ],
];

/**
 * Whether a text names one of the choices: in full, abbreviated or spelled out, alone, with a remark or with others of
 * them, as in `High (payments)`, `Med`, `Low to medium`.
 */
export function namesChoice(text: string, choices: readonly string[]): boolean {
  const words = foldWords(text).replace(/[+#]/gu, '').split(' ');
  const folded = choices.map(foldWords);
  const inside = ` ${words.join(' ')} `;
  if (folded.some((choice) => inside.includes(` ${choice} `))) return true;
  return words.some((word) => word !== '' && folded.some((choice) => isSame(word, choice, folded)));
}

function isSame(word: string, choice: string, choices: readonly string[]): boolean {
  if (LONG_FORMS[choice]?.includes(word)) return true;
  if (EQUALS.some((group) => group.includes(word) && group.includes(choice))) return true;
  return choice.startsWith(word) && choices.filter((other) => other.startsWith(word)).length === 1;
}
