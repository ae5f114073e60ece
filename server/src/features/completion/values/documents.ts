import { namesOtherDocument } from '../../../template/spec-id';
import type { OtherDocument } from '../../../workspace/index/lookup';
import type { Value, ValueReader } from './asked';

/** More would be a list that nobody reads; an author who types gets those that fit. */
const MOST = 200;
/** What says nothing of the kind of a document. */
const PLAIN = new Set([
  'related',
  'parent',
  'link',
  'links',
  'document',
  'documents',
  'spec',
  'the',
  'previous',
  'id',
]);

/** The other documents: by their ids where the template asks for one, or else as links. */
export const documents: ValueReader = ({ request: { lookup }, place }, asked) => {
  const { folded, placeholder, isOwnId, choices, isDate } = asked;
  if (isOwnId || choices || isDate) return [];
  if (!namesOtherDocument(folded) && !/\blink\b/iu.test(placeholder)) return [];
  const words = folded.split(' ').filter((word) => word.length > 2 && !PLAIN.has(word));
  const isMeant = ({ path, id, title }: OtherDocument) =>
    words.some((word) => `${path} ${id} ${title}`.toLowerCase().includes(word));
  const wantsId = /\bID\b|-(?:N+|X+|YYYY)/u.test(placeholder);
  const all = lookup.documents();
  const sorted = [...all.filter(isMeant), ...all.filter((each) => !isMeant(each))];
  return sorted.slice(0, MOST).map(({ path, title, id }): Value => {
    if (wantsId && id !== undefined) return { value: id, kind: 'document', detail: title ?? path };
    if (place === 'front-matter') return { value: path, kind: 'document', detail: title };
    return { value: linkTo(path, title), isMarkdown: true, label: path, kind: 'document', detail: title };
  });
};

function linkTo(path: string, title: string | undefined): string {
  const text = (title ?? path.slice(path.lastIndexOf('/') + 1)).replace(/[\\[\]|]/gu, '\\$&');
  return `[${text}](${encodeURI(path).replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'))})`;
}
