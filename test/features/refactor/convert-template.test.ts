import { describe, expect, test } from 'vitest';
import { refactoringsAt } from '../../../server/src/features/refactor/refactorings';
import { applyEdits } from '../../../server/src/text/edit';
import { withEol } from '../../../server/src/text/line';
import { OpenDocument } from '../../../server/src/workspace/open-document';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import { choiceOf, schemaOf, type CheckOptions } from '../../support/check-text';

const plan = schemaOf(`---
specwright: { id: plan, name: Plan }
---

# Plan: [Name]

**Author:** [Name]  
**Status:** [Draft | In Review | Approved]

## Overview

[What it is.]

### Problem

[What hurts.]

### Goals

[What gets better.]

## Parts

### Part 1: [Name]

[What it does.]

#### Interface

[How it is called.]

## Rollout

[Who gets it when.]

## Costs

[How much.]
`);

const report = schemaOf(`---
specwright:
  id: report
  name: Report
  version: "2.0"
  aliases:
    Problem Statement: [Problem]
---

# [Name]

**Owner:** [Team]  
**Author:** [Name]  
**Depth:** [deep | flat]  
**Status:** [draft | review | done]

## Problem Statement

[Why.]

## Design

[How, in short.]

### Rollout

[When.]

## Aims

### Goals

[What for.]

## Summary (Optional)

[In one line.]
`);

const DOCUMENT = `# Plan: Parcels

**Author:** Ada  
**Status:** In Review

## Overview

### Problem

Nobody knows.

#### Figures

Many.

### Goals

All know.

## Parts

### Part 1: Tracker

Tracks.

#### Interface

None.

<!-- as agreed -->
## Rollout

Soon.

## Our Own

Words.

Costs
-----

None.
`;

/** Converts a document; the edits must be those of whole lines, and the same with CRLF. */
function converted(text: string, title: string, options: CheckOptions = {}): string {
  const results = ['\n', '\r\n'].map((eol) => {
    const source = withEol(text, eol);
    const found = offered(source, options).find((each) => each.title === title);
    expect(found, title).toBeDefined();
    return withEol(applyEdits(source, found!.edits), '\n');
  });
  expect(results[1]).toBe(results[0]);
  return results[0]!;
}

function offered(text: string, { schema = plan, schemas = [plan, report], ...options }: CheckOptions = {}) {
  const { spec } = new OpenDocument('memory:/spec.md', text, choiceOf({ ...options, schema, schemas }));
  const context = { span: { start: 0, end: 0 }, isAskedFor: true, schemas, workspace: NO_WORKSPACE };
  return refactoringsAt(
    { ...context, spec: spec!, clock: { today: () => '2026-06-15' }, author: '' },
    (kind) => kind === 'refactor.rewrite.template',
  );
}

describe('converting to another template', () => {
  test('sections in its order, at its levels, under their own headings; the rest at the end', () => {
    expect(converted(DOCUMENT, 'Convert to "Report"')).toBe(`<!-- specwright-template report 2.0 -->

# Plan: Parcels

**Owner:** [Team]  
**Author:** Ada  
**Depth:** [deep | flat]  
**Status:** review

## Problem

Nobody knows.

### Figures

Many.

## Design

[How, in short.]

<!-- as agreed -->
### Rollout

Soon.

## Aims

### Goals

All know.

## Parts

### Part 1: Tracker

Tracks.

#### Interface

None.

## Our Own

Words.

Costs
-----

None.
`);
  });

  test('there and back, nothing moves again', () => {
    const there = converted(DOCUMENT, 'Convert to "Report"');
    const back = converted(there, 'Convert to "Plan"', { schema: report });
    expect(back).toContain('<!-- specwright-template plan -->');
    expect(back).toContain('**Status:** In Review');
    expect(back.match(/^#.*$/gmu)).toEqual([
      '# Plan: Parcels',
      '## Overview',
      '### Problem',
      '#### Figures',
      '### Goals',
      '## Parts',
      '### Part 1: Tracker',
      '#### Interface',
      '## Rollout',
      '## Design',
      '## Our Own',
    ]);
  });
});
