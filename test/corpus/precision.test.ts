import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { checkText, schemaOf } from '../support/check-text';
import { ABSENT, corpora, hasShared, listShared, readShared, ROOT } from '../support/shared';

/** Figures and findings for people; the table in it is made here. */
const PAGE = path.join(ROOT, 'docs/precision.md');
const TABLE = /(?<=<!-- figures -->\n\n)[\s\S]*?(?=\n<!-- end of figures -->)/u;
/** Hits of a heuristic per 1,000 lines of prose. */
const MOST = 3;

/** How often each rule speaks in one corpus. */
interface Figures {
  readonly corpus: string;
  readonly documents: number;
  readonly lines: number;
  readonly hits: ReadonlyMap<string, number>;
}

describe.runIf(hasShared)('the rules on real documents, each with its own template', () => {
  const figures = corpora.map(measure);
  const lines = sum(figures.map((corpus) => corpus.lines));
  const table = toTable(figures);
  console.log(`\n${table}`);

  test.each(RULES.filter(({ isHeuristic }) => isHeuristic).map(({ id }) => id))(
    `%s, a heuristic, speaks at most ${MOST} times in 1,000 lines of prose`,
    (id) => {
      const hits = sum(figures.map((corpus) => corpus.hits.get(id) ?? 0));
      expect((hits * 1000) / lines).toBeLessThanOrEqual(MOST);
    },
  );

  test('the figures in docs/precision.md are these (UPDATE_FIGURES=1 writes them; then read the new hits)', () => {
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.UPDATE_FIGURES)
      writeFileSync(
        PAGE,
        page.replace(TABLE, () => table),
      );
    else expect(TABLE.exec(page)?.[0]).toBe(table);
  });
});

if (!hasShared) test.skip(`the rules on real documents${ABSENT}`);

function measure(corpus: string): Figures {
  const schema = schemaOf(readShared('corpus', corpus, 'template.md'), corpus);
  const files = listShared('corpus', corpus, 'docs');
  const hits = new Map<string, number>();
  let lines = 0;
  for (const file of files) {
    const text = readShared('corpus', corpus, 'docs', file);
    lines += proseLines(text);
    for (const { rule } of checkText(text, { schema }).problems)
      hits.set(rule.id, (hits.get(rule.id) ?? 0) + 1);
  }
  return { corpus, documents: files.length, lines, hits };
}

/** Lines with something on them, code and tables left out. */
function proseLines(text: string): number {
  const prose = text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gmu, '');
  return prose.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('|')).length;
}

function toTable(figures: readonly Figures[]): string {
  const lines = sum(figures.map((corpus) => corpus.lines));
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rows = RULES.map(({ id, isHeuristic }) => {
    const counts = figures.map(({ hits }) => hits.get(id) ?? 0);
    const rate = ((sum(counts) * 1000) / lines).toFixed(1);
    return row([id, isHeuristic ? '~' : 'D', ...counts, sum(counts), rate]);
  });
  return [
    row(['Rule', '', ...figures.map(({ corpus }) => corpus), 'All', 'In 1,000 lines']),
    row(['---', '---', ...figures.map(() => '--:'), '--:', '--:']),
    row([
      'Documents',
      '',
      ...figures.map(({ documents }) => documents),
      sum(figures.map((f) => f.documents)),
      '',
    ]),
    row(['Lines of prose', '', ...figures.map((f) => f.lines), lines, '']),
    ...rows,
    '',
  ].join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
