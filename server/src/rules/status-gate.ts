import { fieldFor } from '../template/phase';
import { openPoints } from './engine/open-points';
import type { Problem } from './engine/problem';
import { defineSummaryRule, type Related, type SummaryPlace } from './engine/rule';

/** Rules whose problems are places that nobody has filled in yet, by what such a place is called. */
const OPEN_PLACES: Readonly<Record<string, string>> = {
  placeholder: 'placeholder',
  'title-placeholder': 'placeholder',
  'boilerplate-left': 'sample text',
  'todo-marker': 'to-do',
};
const MOST = 20;

interface Point {
  readonly kind: string;
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
          ? `This is approved, with ${open}. Whoever builds from it will take it for decided. Settle what is open, or set the status back.`
          : `This has ${open}. Settle what is open before it is approved.`,
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
  const counts = new Map<string, number>();
  for (const { kind } of points) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) =>
    count === 1 ? `1 ${kind}` : `${count} ${pluralOf(kind)}`,
  );
  return `${points.length} open ${points.length === 1 ? 'point' : 'points'}: ${kinds.join(', ')}`;
}

function pluralOf(kind: string): string {
  return kind.endsWith('x') ? `${kind}es` : `${kind}s`;
}
