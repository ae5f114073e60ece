import { describe, expect, test } from 'vitest';
import { foldTitle } from '../../server/src/model/fold';
import { checkText, schemaOf } from '../support/check-text';
import { corpora, hasShared, readShared, ABSENT } from '../support/shared';

interface Expected {
  readonly docs: readonly {
    readonly file: string;
    readonly missingHEAD: readonly string[];
    readonly gold: boolean;
  }[];
}

const REPORTS = new Set(['missing-section', 'missing-subsection', 'heading-near-miss']);
const LEAST = 0.98;

if (!hasShared) test.skip(`real documents against their templates${ABSENT}`);

describe.each(corpora)('the documents of %s', (corpus) => {
  const schema = schemaOf(readShared('corpus', corpus, 'template.md'), corpus);
  const { docs } = JSON.parse(readShared('corpus', corpus, 'expected.json')) as Expected;
  const gold = docs.filter((doc) => doc.gold);

  test('miss what two readers found missing, and nothing else', () => {
    const differences: string[] = [];
    const count = { right: 0, wrong: 0, overlooked: 0 };
    for (const { file, missingHEAD } of gold) {
      const { problems } = checkText(readShared('corpus', corpus, 'docs', file), { schema });
      const reported = problems
        .filter(({ rule }) => REPORTS.has(rule.id))
        .map(({ slot }) => foldTitle(slot!));
      const found = topmost(new Set(reported));
      const wanted = topmost(
        new Set(missingHEAD.map((heading) => foldTitle(heading.replace(/^#+\s*/u, '')))),
      );
      const wrong = [...found].filter((title) => !wanted.has(title));
      const overlooked = [...wanted].filter((title) => !found.has(title));
      count.right += found.size - wrong.length;
      count.wrong += wrong.length;
      count.overlooked += overlooked.length;
      if (wrong.length + overlooked.length > 0)
        differences.push(`${file}: wrongly [${wrong.join(', ')}], overlooked [${overlooked.join(', ')}]`);
    }
    const precision = count.right / (count.right + count.wrong);
    const recall = count.right / (count.right + count.overlooked);
    console.log(
      `${corpus}: ${gold.length} documents, ${count.right} of ${count.right + count.overlooked} missing sections found, ` +
        `${count.wrong} wrongly; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}` +
        differences.map((difference) => `\n  ${difference}`).join(''),
    );
    expect(precision).toBeGreaterThanOrEqual(LEAST);
    expect(recall).toBeGreaterThanOrEqual(LEAST);
  });

  /** Without the children of a section that is itself missing. */
  function topmost(titles: ReadonlySet<string>): Set<string> {
    const isInside = (title: string) => {
      const slots = schema.allSlots.filter(({ pattern }) => pattern.literal === title);
      return (
        slots.length > 0 &&
        slots.every(
          ({ parent }) => parent?.pattern.literal !== undefined && titles.has(parent.pattern.literal),
        )
      );
    };
    return new Set([...titles].filter((title) => !isInside(title)));
  }
});
