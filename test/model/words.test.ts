import { expect, test } from 'vitest';
import { dismissalDigest, dismissalOf } from '../../server/src/model/digest';
import { findMentions } from '../../server/src/model/mention';

const dismissal = (source: string) => {
  const digest = dismissalDigest(source);
  return digest === undefined ? undefined : dismissalOf([digest]);
};

test.each([
  'N/A',
  'n.a.',
  '**Not applicable.**',
  '- N/A',
  '(n/a)',
  '> _Does not apply_',
  'Entfällt.',
  'Nicht zutreffend',
  'Sans objet.',
  'No aplica',
  'Não se aplica',
])('%j says that a section does not apply', (source) => {
  expect(dismissal(source)).toBe('not-applicable');
});

test.each(['None.', '—', 'No security impact', 'There are no known security concerns.', 'no changes'])(
  '%j says that there is nothing',
  (source) => expect(dismissal(source)).toBe('none'),
);

test.each(['TBD', '*To be decided.*', '???', '- TODO'])('%j promises more', (source) => {
  expect(dismissal(source)).toBe('open');
});

test.each([
  'N/A: the table is new',
  'N/A (see above)',
  'Not applicable because it is new',
  'None of them',
  'No security impact on merchants',
  '[N/A]',
  'No',
  'Nope, we sign each request',
])('%j is no dismissal that a rule may report as one without a reason', (source) => {
  expect(dismissal(source) === 'not-applicable').toBe(false);
});

const topics = (source: string) => findMentions(source).map(({ topic }) => topic);

test.each([
  'We roll it back.',
  'Rolling back takes a minute',
  'revert the commit',
  'Turn the new flag off',
  'kubectl rollout undo deployment/api',
  'Bei Fehlern zurück auf die alte Version',
])('%j speaks of going back', (source) => expect(topics(source)).toContain('rollback'));

test.each(['No migration: the service is new.', 'Not needed', 'Nothing to roll out', 'N/A'])(
  '%j says that there is nothing to do',
  (source) => expect(topics(source)).toContain('nothing-to-do'),
);

test.each(['One depot on Monday, all on Friday.', 'No rollout without approval', 'The backlog of orders'])(
  '%j speaks of neither',
  (source) => expect(topics(source)).toEqual([]),
);
