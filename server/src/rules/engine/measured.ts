/** Words that state an amount, or leave no room for one. */
const AMOUNT = new RegExp(
  String.raw`\p{N}|[%∞]|(?<!\p{L})(?:zero|no|none|nobody|nothing|not|never|without|always|every|each|all|any|both|only|half|third|quarter|double|triple|twice|thrice|once|single|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|unchanged|same|constant|unlimited|daily|weekly|monthly|hourly|sub-?(?:second|millisecond|minute|hour)s?|` +
    String.raw`null|nichts|niemand|kein\p{L}*|alle\p{L}*|jede\p{L}*|ohne|nie|halb\p{L}*|doppelt|aucun\p{L}*|rien|demie?|sans|tou[ts]e?s?|chaque|jamais|moitié|nada|ning[uú]n\p{L}*|sin|tod[oa]s?|cada|nunca|mitad)(?!\p{L})`,
  'iu',
);

/** The state of things that anybody can measure, as a limit: "as today", "fits the existing nodes", "before the e-mail". */
const BASELINE =
  /(?<!\p{L})(?:(?:as|like|within|below|above|under|match(?:es)?|equals?|fits?|keeps?|wie|comme|celles?|ceux)\s+(?:[\p{L}’']+\s+){0,2}?(?:d['’])?(?:today|now|current|existing|present|previous|last|old|baseline|heute|bisher|jetzt|aujourd|actuel|hoy|ahora|hoje|oggi)|before\s+(?:the|an?|any|its|their))(?![\p{Ll}])/iu;

/** Whether a text states an amount that can be checked: a number, "no", "every", "half", "as today". */
export function isMeasured(text: string): boolean {
  return AMOUNT.test(text) || BASELINE.test(text);
}
