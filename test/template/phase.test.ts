import { describe, expect, test } from 'vitest';
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
