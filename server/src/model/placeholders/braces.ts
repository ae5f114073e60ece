import { matchesOf, type PlaceholderConvention } from './convention';

const DOUBLE = /\{\{\s*([\p{L}][\p{L}\p{N}_ ./-]*?)\s*\}\}/gu;
const SINGLE = /(?<![\p{L}\p{N}$\\{])\{([\p{L}][\p{L}\p{N}_ ./-]*)\}(?!\})/gu;

/** `{{TABLE_NAME}}`, as in Mustache and Handlebars. */
export const doubleBrace: PlaceholderConvention = {
  id: 'double-brace',
  anyText: true,
  wholeOnly: false,
  find: (prose) => (prose.includes('{{') ? matchesOf(DOUBLE, prose) : []),
};

/** `{name}`, as in URI templates. */
export const singleBrace: PlaceholderConvention = {
  id: 'single-brace',
  anyText: true,
  wholeOnly: true,
  find: (prose) => (prose.includes('{') ? matchesOf(SINGLE, prose) : []),
};
