import { documentKey } from '../../template/spec-id';
import { plainUri } from '../uri';

const IN_TITLE = /^(?:\P{L}*)([A-Z]{2,10})[ -]#?((?:(?:19|20)\d\d-)?)(\d{1,6})(?![\p{L}\p{N}])/u;
const IN_FILE = /^([a-z]{2,10})[-_ ]((?:(?:19|20)\d\d[-_])?)(\d{1,6})(?![a-z0-9])/iu;
const NUMBER = /^(\d{1,6})(?![a-z0-9])/iu;

/**
 * The ids that a document goes by, as `documentKey` writes them: at the start of its title (`ADR 12: Queues`), of its file
 * (`prd-2026-004-checkout.md`), or made of its folder and the number of its file (`adr/0012-queues.md`).
 */
export function namesOf(uri: string, title: string | undefined): string[] {
  const [folder = '', file = ''] = plainUri(uri).split('/').slice(-2);
  const found = [IN_TITLE.exec(title ?? ''), IN_FILE.exec(file)].filter((match) => match !== null);
  const names = found.map(([, prefix, year, number]) =>
    documentKey({ stem: `${prefix!.toUpperCase()}-${year!.replace('_', '-')}`, number: Number(number) }),
  );
  const numbered = NUMBER.exec(file);
  const prefix = /^([a-z]{2,6}?)s?$/iu.exec(folder)?.[1]?.toUpperCase();
  if (numbered && prefix) names.push(documentKey({ stem: `${prefix}-`, number: Number(numbered[1]) }));
  return names;
}

/** A part of a path that tells a language, a version or an archive. */
const EDITION =
  /^(?:[a-z]{2}(?:[-_][a-z]{2,4})?|v?\d[\d._-]*|(?:version|release)s?[-_.]?[\w.-]*|versioned_docs|i18n|locales?|current|latest|next|archived?|old)$/iu;

/** Whether two files are one document in two languages or versions: `en/queues.md` and `de/queues.md`, `queues.de.md`. */
export function areEditions(a: string, b: string): boolean {
  return a !== b && withoutEdition(a) === withoutEdition(b);
}

function withoutEdition(uri: string): string {
  const parts = plainUri(uri).split('/');
  const words = parts.pop()!.split('.');
  const file = words.filter((word, i) => i === 0 || i === words.length - 1 || !EDITION.test(word));
  return [...parts.filter((part) => !EDITION.test(part)), file.join('.')].join('/');
}
