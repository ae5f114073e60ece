import { t } from '@vscode/l10n';
import type { InSection } from '../model/document-content';
import type { Section } from '../model/section';
import { defineContentRule, type ContentContext } from './engine/rule';
import { isWithinAny } from './engine/within';

const TESTS =
  /(?<!\p{L})(?:tests?|testing|verification|validation|acceptance|qa|quality assurance)(?!\p{L})/iu;

type Context = ContentContext<'identifiers' | 'links'>;

export default defineContentRule<undefined, 'identifiers' | 'links'>({
  id: 'requirement-untested',
  severity: { draft: 'off', review: 'hint', approved: 'info' },
  fix: 'none',
  isHeuristic: true,
  waitsForLine: true,
  reads: ['identifiers', 'links'],
  docs: {
    what: 'A requirement is mentioned in no section about tests, though others are.',
    why: 'Nobody notices when it is not met.',
    remedy: 'Name its id at the test that proves it, or add such a test.',
  },
  check(context, report) {
    const tested = testedIds(context);
    for (const { index, fact } of definitions(context)) {
      const { id, prefix, number } = fact;
      // Where the tests name no id of this kind, they are not traced by id.
      if (!tested.has(prefix) || tested.get(prefix)!.has(number)) continue;
      report({
        at: { content: 'identifiers', index },
        message: t(
          'No section about tests mentions {0}, so nobody notices when it is not met. Name the id at the test that proves it, or add one.',
          id,
        ),
        data: undefined,
      });
    }
  },
});

/** The ids that the sections define whose items the template numbers, each once. */
function definitions({ content, alignment, shape }: Context) {
  const homes = new Set(
    [...alignment.instances]
      .filter(([slot]) => slot.content.idPrefixes.length > 0 && !TESTS.test(slot.title))
      .flatMap(([, sections]) => sections),
  );
  const seen = new Set<string>();
  return content.identifiers.flatMap(({ fact, section: ordinal }, index) => {
    const isHere = isWithinAny(alignment, shape.sections[ordinal], homes);
    if (!isHere || fact.place === 'text' || fact.isGone || seen.has(fact.id)) return [];
    seen.add(fact.id);
    return [{ index, fact }];
  });
}

/** The numbers that sections about tests mention, by prefix, in text, in ranges and in links to them. */
function testedIds(context: Context): ReadonlyMap<string, ReadonlySet<number>> {
  const tested = new Map<string, Set<number>>();
  const add = (prefix: string, number: number) =>
    tested.set(prefix, (tested.get(prefix) ?? new Set<number>()).add(number));
  const isTest = sectionsAboutTests(context);
  const inTests = <T>({ section }: InSection<T>) => isTest.has(section);
  for (const { fact } of context.content.identifiers.filter(inTests)) {
    const { prefix, number, last } = fact;
    for (let each = number; each <= last; each++) add(prefix, each);
  }
  for (const { fact } of context.content.links.filter(inTests)) {
    const [, prefix, number] = /#.*?\b([a-z][a-z0-9]*)-(\d{1,5})(?!\d)/iu.exec(fact.url) ?? [];
    if (prefix) add(prefix.toUpperCase(), Number(number));
  }
  return tested;
}

function sectionsAboutTests({ alignment, shape }: Context): ReadonlySet<number> {
  const about = (section: Section) =>
    TESTS.test(section.title) || TESTS.test(alignment.slots[section.ordinal]?.title ?? '');
  const tests = new Set(shape.sections.filter((section) => section !== alignment.title && about(section)));
  const within = shape.sections.filter((section) => isWithinAny(alignment, section, tests));
  return new Set(within.map(({ ordinal }) => ordinal));
}
