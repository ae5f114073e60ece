import { describe, expect, test } from 'vitest';
import { fieldFor, statusOf } from '../../server/src/template/phase';
import { schemaOf, specOf } from '../support/check-text';

function phaseOf(choices: string, status: string): string {
  const outline = '## Goals\n\nOne\n\n## Design\n\nTwo\n';
  const schema = schemaOf(`# [Name]\n\n**Status:** [${choices}]\n\n${outline}`);
  return specOf(`# Parcels\n\n**Status:** ${status}\n\n${outline}`, schema).phase;
}

describe('a status from a list', () => {
  test.each([
    [
      'Draft | In Progress | In Review | Approved',
      { Draft: 'draft', 'In Progress': 'draft', 'In Review': 'review', Approved: 'approved' },
    ],
    [
      'Draft / In Review / Approved / In Progress / Complete',
      { 'In Review': 'review', Approved: 'approved', 'In Progress': 'approved', Complete: 'approved' },
    ],
    ['Draft | In Progress | Approved | Closed', { 'In Progress': 'draft', Closed: 'approved' }],
    ['Draft | Complete | In Review | Final', { Complete: 'draft', 'In Review': 'review', Final: 'approved' }],
    ['draft | review | approved | implemented', { review: 'review', implemented: 'approved' }],
    ['Draft | Review | Pending | Approved | Rejected', { Pending: 'review', Rejected: 'draft' }],
    ['Final Draft | Final Review | Approved', { 'Final Draft': 'draft', 'Final Review': 'review' }],
    ['Open | Implemented', { Open: 'draft', Implemented: 'approved' }],
    ['Open | In Review | Closed', { Open: 'draft', Closed: 'approved' }],
    ['Open | Parked | Approved | Archived', { Parked: 'draft', Archived: 'draft' }],
    ['Draft | Pending | Done', { Pending: 'review', Done: 'approved' }],
    ['In Review | Parked | Approved', { Parked: 'review' }],
    [
      'Draft | In Review | Approved',
      {
        '✅ Approved (2.1)': 'approved',
        'approved by Bo': 'approved',
        'Approved, 2026-03-01': 'approved',
        'In Review until Friday': 'review',
        'In Review pending costs': 'review',
        'Approved-ish': 'approved',
        'Approved / Draft': 'draft',
        Approvedly: 'draft',
        'Draft of Approved': 'draft',
      },
    ],
  ])('%s', (choices, phases) => {
    for (const [status, phase] of Object.entries(phases))
      expect(phaseOf(choices, status), status).toBe(phase);
  });
});

describe('a status in words of its own', () => {
  test.each([
    ['Final Draft', 'draft'],
    ['Active Draft', 'draft'],
    ['Complete draft', 'draft'],
    ['WIP', 'draft'],
    ['Final review', 'review'],
    ['Ready for review', 'review'],
    ['Proposed', 'review'],
    ['Approved', 'approved'],
    ['✅ Approved', 'approved'],
    ['(Approved)', 'approved'],
    ['Approved (final draft)', 'approved'],
    ['Final; in review since May', 'approved'],
    ['Approved for review', 'draft'],
    ['Approved after review', 'approved'],
    ['Final', 'approved'],
    ['Simmering', 'draft'],
  ])('%s', (status, phase) => {
    expect(phaseOf('Status', status)).toBe(phase);
  });
});

describe('the field that a document states its status in', () => {
  const shapeOf = (fields: string) =>
    specOf(`# P\n\n${fields}\n\n## Goals\n`, schemaOf('# [Name]\n\n## Goals\n\n## Design\n')).model.shape;
  const spec = (text: string) => schemaOf(`# [Name]\n\n${text}\n\n## Goals\n\n## Design\n`).fields[0]!;

  test.each([
    ['**Reviewers:** [Names]', '**Reviewer:** Bo', 'Bo'],
    ['**Target Date:** [Date]', '**TargetDate:** soon', 'soon'],
    ['**Owner:** [Name]', '**Owners:** Bo\n**Owner:** Ann', 'Ann'],
    ['**Owner:** [Name]', '**Owner:** Bo\n**Owner:** Ann', 'Bo'],
    ['**Owner:** [Name]', '**Product Owner:** Bo', undefined],
  ])('%s is answered in %j by %s', (template, fields, value) => {
    expect(fieldFor(shapeOf(fields), spec(template))?.value).toBe(value);
  });

  test.each([
    ['[Draft | In Review | Approved]', 'approved', 'Approved'],
    ['[Draft | In Review | Approved]', '✅ Approved', 'Approved'],
    ['[Draft | In Review | Approved]', 'Approved\nand more', 'Approved'],
    ['[Draft | In Review | Approved]', 'Approved v2', 'Approved'],
    ['[Draft | In Review | Approved]', 'Approved 2026-03-01', 'Approved'],
    ['[Draft | In Review | Approved]', 'Approved as of May', 'Approved'],
    ['[Draft | In Review | Approved]', 'Approved soon', undefined],
    ['[Draft | In Review | Approved]', 'Not approved', undefined],
    ['[Draft | In Review | Approved]', 'Approved | Draft', undefined],
    ['[Draft | In Review | Approved]', '', undefined],
    ['[Review | Review Done | Done]', 'Review Done (May)', 'Review Done'],
    ['[Draft | Approved | Approved on Hold]', 'Approved on hold since May', 'Approved on Hold'],
    ['[Draft | Approved | Approved on Hold]', 'Approved on Monday', 'Approved'],
    ['[Which]', 'anything\nat all', 'anything'],
    ['[Which]', '', undefined],
  ])('%s: %j states %s', (choices, value, status) => {
    expect(statusOf(value, spec(`**Status:** ${choices}`))).toBe(status);
  });
});

test.each([
  ['where the template has no status, is in review', '**Owner:** [Name]', '**Status:** Draft', 'review'],
  ['without a status is a draft', '**Status:** [Draft | Approved]', '**Owner:** Bo', 'draft'],
  ['with a status of its own is a draft', '**Status:** [Draft | Approved]', '**Status:** Simmering', 'draft'],
])('a document %s', (_, template, fields, phase) => {
  const schema = schemaOf(`# [Name]\n\n${template}\n\n## Goals\n\n## Design\n`);
  expect(specOf(`# P\n\n${fields}\n\n## Goals\n`, schema).phase).toBe(phase);
});
