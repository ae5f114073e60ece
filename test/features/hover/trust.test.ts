import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { hoverAt } from '../../../server/src/features/hover/hover';
import { toMarkdown } from '../../../server/src/features/hover/hover-text';
import { rulePage } from '../../../server/src/features/rule-page';
import type { Schema } from '../../../server/src/template/schema';
import { SyntaxTree } from '../../../server/src/syntax/tree';
import { NO_LOOKUP } from '../../../server/src/workspace/index/lookup';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import { OpenDocument } from '../../../server/src/workspace/open-document';
import { choiceOf, schemaOf, specOf } from '../../support/check-text';

const PAGES = rulePage('').replace(/\.md$/u, '');
const examples = path.resolve(import.meta.dirname, '../../../examples');

/** What would lead away from a rendered hover or run anything: HTML, images, and links but those to the pages of rules. */
function leadsAway(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html' || node.type === 'image' || node.type === 'definition') found.push(node.type);
    if (node.type === 'link' && !node.url.startsWith(PAGES)) found.push(node.url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(SyntaxTree.parse(markdown).root());
  return found;
}

/** All that hovers show in a document. */
function allHovers(text: string, schema: Schema, step: number): string[] {
  const spec = specOf(text, schema);
  const spans = new Map<string, string>();
  for (let offset = 0; offset <= text.length; offset += step) {
    const found = hoverAt({ spec, offset, problems: [], workspace: NO_WORKSPACE, lookup: NO_LOOKUP });
    if (!found) continue;
    expect(found.span.start <= offset && offset <= found.span.end).toBe(true);
    spans.set(`${found.span.start} ${found.span.end}`, toMarkdown(found.blocks));
  }
  return [...spans.values()];
}

const hostile =
  '<b>x</b> [x](command:evil) ![x](https://evil.example/x.png) https://evil.example www.evil.example a@evil.example &lt; `x`';

test('nothing that a document or a template says leads away from a hover', () => {
  const schema = schemaOf(`# [Name]

**Status:** [${hostile.replace(/[[\]]/gu, '')}]
**Kind ${hostile.replace(/[[\]:*]/gu, '')}:** [Any]

## Goals

${hostile}

<!-- ${hostile.replace(/-/gu, '')} -->

- ${hostile}

| Name | Value ${hostile} |
|------|-------|
| A | [${hostile.replace(/[[\]]/gu, '')} and more] |

1. **FR-1**: [What]
`);
  const shown = allHovers(
    `# Name

## Goals

| Name | Value ${hostile} |
|------|-------|
| A | [${hostile.replace(/[[\]]/gu, '')} and more] |

1. **FR-1**: ${hostile}

<!-- specwright-disable <b>x</b> [x](command:evil) -->

## Uses <b>x</b> https://evil.example _x_

See FR-1.
`,
    schema,
    1,
  );
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.join('\n\n')).toContain('evil');
  for (const markdown of shown) expect(leadsAway(markdown)).toEqual([]);
});

test.each(readdirSync(examples))('hovers over %s are sound', (file) => {
  const text = readFileSync(path.join(examples, file), 'utf8');
  const { schema } = new OpenDocument('memory:/spec.md', text, choiceOf({})).spec!;
  const shown = allHovers(text, schema, 61);
  expect(shown.length).toBeGreaterThan(10);
  for (const markdown of shown) expect(leadsAway(markdown)).toEqual([]);
});
