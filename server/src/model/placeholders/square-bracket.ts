import { matchesOf, type PlaceholderConvention } from './convention';

const BRACKET = /(?<![\\!\w\])])\[([^[\]]+)\](?![[(:])/gu;
const CHECKBOX = /^[xX\s]$/u;
const CITATION = /^\^|^@|^\d+(?:\s*[,;–-]\s*\d+)*$/u;
const CHARACTER_CLASS = /^\^?(?:.-.)+$/u;
const MEANING = /[\p{L}\p{N}]/u;

/** `[Name]`, `[Draft | Approved]`, `[What this component does]`. */
export const squareBracket: PlaceholderConvention = {
  id: 'square-bracket',
  anyText: true,
  wholeOnly: false,
  find(prose, source) {
    if (!prose.includes('[')) return [];
    return matchesOf(BRACKET, prose)
      .map((match) => ({ ...match, text: source.slice(match.start + 1, match.end - 1).trim() }))
      .filter(
        ({ text }) =>
          MEANING.test(text) && !CHECKBOX.test(text) && !CITATION.test(text) && !CHARACTER_CLASS.test(text),
      );
  },
};
