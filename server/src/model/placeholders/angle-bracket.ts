import { htmlTagNames } from 'html-tag-names';
import { matchesOf, type PlaceholderConvention } from './convention';

const ANGLE = /<([\p{L}][\p{L}\p{N}_ -]*)>/gu;
const TAGS = new Set(htmlTagNames);

/** `<name>`, `<your team>`: what CommonMark reads as a tag that HTML does not have. */
export const angleBracket: PlaceholderConvention = {
  id: 'angle-bracket',
  anyText: true,
  wholeOnly: true,
  find(_prose, source) {
    if (!source.includes('<')) return [];
    return matchesOf(ANGLE, source).filter(({ text }) => !TAGS.has(text.split(' ')[0]!.toLowerCase()));
  },
};
