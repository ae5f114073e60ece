/** Words that state an amount, or leave no room for one. */
const AMOUNT = new RegExp(
  String.raw`\p{N}|[%∞]|(?<!\p{L})(?:zero|no|none|nobody|nothing|not|never|without|always|every|each|all|any|both|only|half|third|quarter|double|triple|twice|thrice|once|single|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|unchanged|same|constant|unlimited|daily|weekly|monthly|hourly|` +
    String.raw`null|kein\p{L}*|alle\p{L}*|jede\p{L}*|ohne|nie|halb\p{L}*|doppelt|aucun\p{L}*|sans|tou[ts]e?s?|chaque|jamais|moitié|ning[uú]n\p{L}*|sin|tod[oa]s?|cada|nunca|mitad)(?!\p{L})`,
  'iu',
);

/** Whether a text states an amount that can be checked: a number, "no", "every", "half". */
export function isMeasured(text: string): boolean {
  return AMOUNT.test(text);
}
