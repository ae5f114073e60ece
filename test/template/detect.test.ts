import { describe, expect, test } from 'vitest';
import { confidenceOf } from '../../server/src/template/detect';
import { schemaOf, specOf } from '../support/check-text';

const schema = schemaOf(
  [
    '# [Name] - Plan\n\n**Owner:** [Name]\n**Team:** [Name]\n',
    '## Goals\n\na\n\n### Measures\n\nb\n\n## Design\n\nc\n\n### Storage\n\nd\n\n## Rollout\n\ne\n\n## Costs\n\nf\n',
    '## Thanks (optional)\n\ng\n\n## Phase 1: [Name]\n\nh\n',
  ].join('\n'),
);

/** How sure it is that a document with these headings is of the template, in hundredths. */
function confidence(headings: string, head = '# Parcels'): number {
  const text = `${head}\n\n${headings.replace(/$/gmu, '\n\ntext\n')}`;
  return Math.round(confidenceOf(specOf(text, schema).model.shape, schema) * 100);
}

const WHOLE = '## Goals\n### Measures\n## Design\n### Storage\n## Rollout\n## Costs';

describe('how much a document is like a template', () => {
  test.each([
    ['all that is asked for', WHOLE, 90],
    [
      'optional and repeated sections add nothing',
      `${WHOLE}\n## Thanks\n## Phase 1: Trial\n## Phase 2: All`,
      90,
    ],
    ['half of the top sections', '## Goals\n## Rollout\n## Thanks', 57],
    ['deep headings say less', '## Goals\n## Design\n## Rollout\n## Costs', 85],
    ['sections of its own count against it', `${WHOLE}\n## Weather\n## Birds\n### Gulls`, 80],
    ['two sections are chance', '## Goals\n## Design', 0],
    ['instances are one section', '## Goals\n## Phase 1: A\n## Phase 2: B\n## Phase 3: C', 0],
    ['one section twice is one', '## Goals\n## Goals\n## Design', 0],
  ])('%s', (_, headings, expected) => {
    expect(confidence(headings)).toBe(expected);
  });

  test.each([
    ['a title of the form', '# Parcels - Plan', 100],
    ['half of the metadata', '# Parcels\n\n**Owner:** Bo', 95],
    ['no title at all', '', 90],
    ['both', '# Parcels - Plan\n\n**Owner:** Bo\n**Team:** Two', 100],
  ])('%s', (_, head, expected) => {
    expect(confidence(WHOLE, head)).toBe(expected);
  });
});
