import { t } from '@vscode/l10n';
import { fieldFor } from '../template/phase';
import { openPoints, type OpenPoint } from './engine/open-points';
import type { Problem } from './engine/problem';
import { defineSummaryRule, type Related, type SummaryPlace } from './engine/rule';

type Kind = OpenPoint['kind'] | 'placeholder' | 'sample' | 'to-do';

/** Rules whose problems are places that nobody has filled in yet, by what such a place is. */
const OPEN_PLACES: Readonly<Record<string, Kind>> = {
  placeholder: 'placeholder',
  'title-placeholder': 'placeholder',
  'boilerplate-left': 'sample',
  'todo-marker': 'to-do',
};
const MOST = 20;

interface Point {
  readonly kind: Kind;
  readonly related: Related<SummaryPlace>;
}

export default defineSummaryRule<undefined>({
  id: 'status-gate',
  severity: { draft: 'off', review: 'hint', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'The status says that the document is approved (or, as a hint, in review), and it has placeholders, to-dos, open questions or unticked boxes. One problem at the status leads to each. Boxes count in the checklists of the template; those of work that follows the approval count once the status says that it is done.',
    why: 'Whoever builds from an approved document takes every part of it for decided.',
    remedy: 'Settle each point, or set the status back.',
  },
  check(context, report) {
    const { shape, schema, phase, problems } = context;
    const spec = schema.fields.find(({ kind }) => kind === 'status');
    if (!spec) return;
    const points = [
      ...problems.filter(({ rule }) => rule.id in OPEN_PLACES).map(pointOf),
      ...openPoints(context).map(({ kind, at, message }) => ({ kind, related: { at, message } })),
    ];
    if (points.length === 0) return;
    const field = fieldFor(shape, spec);
    const open = summaryOf(points);
    report({
      at: field ? { field, part: 'value' } : 'document',
      message:
        phase === 'approved'
          ? t(
              'This is approved, with {0}. Whoever builds from it will take it for decided. Settle what is open, or set the status back.',
              open,
            )
          : t('This has {0}. Settle what is open before it is approved.', open),
      related: points.slice(0, MOST).map(({ related }) => related),
      data: undefined,
    });
  },
});

function pointOf({ rule, span, message }: Problem): Point {
  return { kind: OPEN_PLACES[rule.id]!, related: { at: { absolute: span }, message } };
}

/** `3 open points: 1 placeholder, 2 questions`. */
function summaryOf(points: readonly Point[]): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of points) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = Array.from(counts, ([kind, count]) => counted(kind, count)).join(', ');
  return points.length === 1
    ? t('1 open point: {0}', kinds)
    : t('{0} open points: {1}', points.length, kinds);
}

function counted(kind: Kind, count: number): string {
  switch (kind) {
    case 'placeholder':
      return count === 1 ? t('1 placeholder') : t('{0} placeholders', count);
    case 'sample':
      return count === 1 ? t('1 sample text') : t('{0} sample texts', count);
    case 'to-do':
      return count === 1 ? t('1 to-do') : t('{0} to-dos', count);
    case 'question':
      return count === 1 ? t('1 question') : t('{0} questions', count);
    case 'unticked box':
      return count === 1 ? t('1 unticked box') : t('{0} unticked boxes', count);
  }
}
