import { describe, expect, test } from 'vitest';
import { fixAll } from '../../server/src/features/fix-all';
import { withEol } from '../../server/src/text/line';
import { checkText, choiceOf, only, schemaOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const BODY = '\n## Goals\n\nLess.\n\n## Design\n\nOne.\n';

/** A template whose metadata is written so. */
const templateWith = (metadata: string) =>
  metadata.startsWith('---') ? `${metadata}\n# [Name]\n${BODY}` : `# [Name]\n\n${metadata}${BODY}`;

const BOLD =
  '**Author:** [Name]  \n**Date:** [YYYY-MM-DD]  \n**Status:** [Draft | Approved]  \n**Team:** [Team]\n';

/** A document with its front matter, and its fields below the title. */
const documentWith = (metadata: string) =>
  metadata.startsWith('---') ? `${metadata}\n# Parcels\n${BODY}` : `# Parcels\n\n${metadata}${BODY}`;

const EOLS = ['\n', '\r\n', '\r'];

/** The document after its missing fields are added, which leaves no problem of its kind and adds none. */
function completed(document: string, template: string): string {
  const schema = schemaOf(template);
  const configuration = only(
    'metadata-missing',
    'metadata-collapsed',
    'metadata-yaml-invalid',
    'metadata-duplicate',
  );
  const results = EOLS.map((eol) => {
    const text = `\uFEFF${withEol(document, eol)}`;
    const run = (source: string) =>
      fixAll('memory:/spec.md', source, choiceOf({ schema, configuration }), memoryHost()).text;
    const result = run(text);
    expect(checkText(result, { schema, configuration }).problems.map(({ message }) => message)).toEqual([]);
    expect(run(result), 'once more').toBe(result);
    expect(result.replaceAll(eol, ''), 'one kind of line ending').not.toMatch(/[\r\n]/u);
    expect(result.lastIndexOf('\uFEFF'), 'the byte order mark').toBe(0);
    return withEol(result.slice(1), '\n');
  });
  expect(new Set(results).size, 'for each kind of line ending').toBe(1);
  return results[0]!;
}

describe('fields join those that are there', () => {
  test.each<[name: string, metadata: string, result: string]>([
    [
      'front matter',
      '---\nauthor: Anna # for now\nstatus: Draft\n---\n',
      '---\nauthor: Anna # for now\ndate: "[YYYY-MM-DD]"\nstatus: Draft\nteam: "[Team]"\n---\n',
    ],
    [
      'front matter with lists and quotes',
      "---\nauthor:\n  - Anna\n  - Ewa\nstatus: 'Draft'\n---\n",
      "---\nauthor:\n  - Anna\n  - Ewa\ndate: \"[YYYY-MM-DD]\"\nstatus: 'Draft'\nteam: '[Team]'\n---\n",
    ],
    [
      'front matter with quotes around its keys',
      '---\n"author": Anna\n"status":\n---\n',
      '---\n"author": Anna\n"date": "[YYYY-MM-DD]"\n"status":\n"team": "[Team]"\n---\n',
    ],
    [
      'front matter of a site, with nothing of the spec',
      '---\ntitle: Parcels\n---\n',
      '---\ntitle: Parcels\nauthor: "[Name]"\ndate: "[YYYY-MM-DD]"\nstatus: "[Draft | Approved]"\nteam: "[Team]"\n---\n',
    ],
    [
      'a single bold line',
      '**Date:** 2026-05-04\n',
      '**Author:** [Name]  \n**Date:** 2026-05-04  \n**Status:** [Draft | Approved]  \n**Team:** [Team]\n',
    ],
    [
      'bold lines with the colon outside',
      '**Author**: Anna  \n**Status**: Draft\n',
      '**Author**: Anna  \n**Date**: [YYYY-MM-DD]  \n**Status**: Draft  \n**Team**: [Team]\n',
    ],
    [
      'bold lines with underscores, and an empty one',
      '__Author:__\\\n__Status:__ Draft\n',
      '__Author:__\\\n__Date:__ [YYYY-MM-DD]\\\n__Status:__ Draft\\\n__Team:__ [Team]\n',
    ],
    [
      'bold lines with HTML for breaks',
      '**Author:** Anna<br>\n**Status:** Draft\n',
      '**Author:** Anna<br>\n**Date:** [YYYY-MM-DD]<br>\n**Status:** Draft<br>\n**Team:** [Team]\n',
    ],
    [
      'paragraphs',
      '**Author:** Anna\n\n**Status:** Draft\n',
      '**Author:** Anna\n\n**Date:** [YYYY-MM-DD]\n\n**Status:** Draft\n\n**Team:** [Team]\n',
    ],
    [
      'a block quote',
      '> **Date:** 2026-05-04\n',
      '> **Author:** [Name]  \n> **Date:** 2026-05-04  \n> **Status:** [Draft | Approved]  \n> **Team:** [Team]\n',
    ],
    [
      'one line',
      '**Date:** 2026-05-04 | **Status:** Draft\n',
      '**Author:** [Name] | **Date:** 2026-05-04 | **Status:** Draft | **Team:** [Team]\n',
    ],
    [
      'plain lines',
      'Date: 2026-05-04\nStatus: Draft\n',
      'Author: [Name]\nDate: 2026-05-04\nStatus: Draft\nTeam: [Team]\n',
    ],
    [
      'lines that end in a mark',
      '**Author:** Anna |\n**Team:** Parcels |\n',
      '**Author:** Anna |\n**Date:** [YYYY-MM-DD] |\n**Status:** [Draft | Approved] |\n**Team:** Parcels |\n',
    ],
    [
      'a list with bold labels',
      '- **Author:** Anna\n- **Status:** Draft\n',
      '- **Author:** Anna\n- **Date:** [YYYY-MM-DD]\n- **Status:** Draft\n- **Team:** [Team]\n',
    ],
    [
      'a list in which an item has another list',
      '* Author: Anna\n  * of the parcel team\n* Status: Draft\n',
      '* Author: Anna\n  * of the parcel team\n* Date: [YYYY-MM-DD]\n* Status: Draft\n* Team: [Team]\n',
    ],
    [
      'a table',
      '| Field | Value |\n|---|---|\n| **Date** | `2026-05-04` |\n| **Author** | |\n',
      '| Field | Value |\n|---|---|\n| **Date** | `2026-05-04` |\n| **Status** | `[Draft \\| Approved]` |\n| **Team** | `[Team]` |\n| **Author** | |\n',
    ],
    [
      'a table whose head is a field',
      '| Author | Anna |\n|:-------|-----:|\n| Status | Draft |\n',
      '| Author | Anna |\n|:-------|-----:|\n| Date | [YYYY-MM-DD] |\n| Status | Draft |\n| Team | [Team] |\n',
    ],
    [
      'a table without outer pipes whose head is a field',
      'Date | 2026-05-04\n--- | :---:\nStatus | Draft\n',
      'Date | 2026-05-04\n--- | :---:\nAuthor | [Name]\nStatus | Draft\nTeam | [Team]\n',
    ],
    [
      'a block between rules',
      '## Metadata\n\n---\nauthor: Anna\nstatus: Draft\n---\n',
      '## Metadata\n\n---\nauthor: Anna\ndate: "[YYYY-MM-DD]"\nstatus: Draft\nteam: "[Team]"\n---\n',
    ],
    [
      'a fence of YAML',
      '## Metadata\n\n```yaml\nauthor: Anna\nstatus: Draft\n```\n',
      '## Metadata\n\n```yaml\nauthor: Anna\ndate: "[YYYY-MM-DD]"\nstatus: Draft\nteam: "[Team]"\n```\n',
    ],
    [
      'bold lines in a section of their own',
      '## Document Information\n\n**Author:** Anna\n',
      '## Document Information\n\n**Author:** Anna  \n**Date:** [YYYY-MM-DD]  \n**Status:** [Draft | Approved]  \n**Team:** [Team]\n',
    ],
  ])('%s', (_, metadata, result) => {
    expect(completed(documentWith(metadata), templateWith(BOLD))).toBe(documentWith(result));
  });
});

test.each([
  ['front matter', '---\n{ author: Anna, status: Draft }\n---\n'],
  ['front matter, over several lines', '---\n{\n  author: Anna,\n  status: Draft\n}\n---\n'],
  ['a fence of YAML', '## Metadata\n\n```yaml\n{ author: Anna, status: Draft }\n```\n'],
  ['a fence, over several lines', '## Metadata\n\n```yaml\n{\nauthor: Anna,\nstatus: Draft\n}\n```\n'],
  ['a fence, in quotes', '## Metadata\n\n```yaml\n{\n"author": "Anna",\n"status": "Draft"\n}\n```\n'],
])('no field joins a map between braces: %s', (_, metadata) => {
  const text = documentWith(metadata);
  const choice = choiceOf({ schema: schemaOf(templateWith(BOLD)), configuration: only('metadata-missing') });
  expect(fixAll('memory:/spec.md', text, choice, memoryHost()).text).toBe(text);
});

test('fields at the very top of a document', () => {
  const template = templateWith('Author: [Name]\nDate: [YYYY-MM-DD]\nTeam: [Team]\n');
  expect(completed(`Author: Anna\nTeam: Parcels\n${BODY}`, template)).toBe(
    `Author: Anna\nDate: [YYYY-MM-DD]\nTeam: Parcels\n${BODY}`,
  );
});

test.each([
  ['between braces', '---\n{ specwright: { template: test } }\n---\n'],
  ['that is no YAML', '---\nspecwright: "test\n---\n'],
])('no first field joins front matter %s', (_, frontMatter) => {
  const schema = schemaOf(templateWith('---\nauthor: "[Name]"\n---\n'));
  const choice = choiceOf({ schema, configuration: only('metadata-missing') });
  const text = documentWith(frontMatter);
  expect(fixAll('memory:/spec.md', text, choice, memoryHost()).text).toBe(text);
});

describe('a document without metadata gets it as the template writes it', () => {
  test.each<[name: string, metadata: string, document: string, result: string]>([
    ['bold lines', BOLD, `# Parcels\n${BODY}`, documentWith(BOLD)],
    [
      'bold lines above a text',
      BOLD,
      `# Parcels\nFor all who wait.\n${BODY}`,
      `# Parcels\n\n${BOLD}\nFor all who wait.\n${BODY}`,
    ],
    [
      'bold lines under an underlined title',
      BOLD,
      `Parcels\n=======\n${BODY}`,
      `Parcels\n=======\n\n${BOLD}${BODY}`,
    ],
    ['bold lines without a title', BOLD, BODY.trimStart(), BOLD + BODY],
    [
      'bold lines with the colon outside',
      '**Author**: [Name]  \n**Date**: [YYYY-MM-DD]\n',
      documentWith('').replace('\n\n\n', '\n\n'),
      documentWith('**Author**: [Name]  \n**Date**: [YYYY-MM-DD]\n'),
    ],
    [
      'front matter',
      '---\nauthor: "[Name]"\ndate: YYYY-MM-DD\n---\n',
      `# Parcels\n${BODY}`,
      documentWith('---\nauthor: "[Name]"\ndate: YYYY-MM-DD\n---\n'),
    ],
    [
      'front matter that holds but a setting',
      '---\nauthor: "[Name]"\ndate: YYYY-MM-DD\n---\n',
      documentWith('---\nspecwright:\n  template: test\n---\n'),
      documentWith('---\nspecwright:\n  template: test\nauthor: "[Name]"\ndate: YYYY-MM-DD\n---\n'),
    ],
    [
      'a table under the title',
      '| Item | Detail |\n|------|--------|\n| Author | [Name] |\n| Status | [Draft \\| Approved] |\n',
      `# Parcels\n${BODY}`,
      documentWith(
        '| Field | Value |\n|-------|-------|\n| Author | [Name] |\n| Status | [Draft \\| Approved] |\n',
      ),
    ],
    [
      'a list',
      '- Author: [Name]\n- Date: [YYYY-MM-DD]\n',
      `# Parcels\n${BODY}`,
      documentWith('- Author: [Name]\n- Date: [YYYY-MM-DD]\n'),
    ],
    [
      'bold lines, of which one is wrapped in the template',
      '**Author:** [Name of  \n  the author]  \n**Date:** [YYYY-MM-DD]\n',
      `# Parcels\n${BODY}`,
      documentWith('**Author:** [Name of the author]  \n**Date:** [YYYY-MM-DD]\n'),
    ],
    [
      'plain lines, which are bold until there are two of them',
      'Author: [Name]\nDate: [YYYY-MM-DD]\n',
      `# Parcels\n${BODY}`,
      documentWith('**Author:** [Name]  \n**Date:** [YYYY-MM-DD]\n'),
    ],
  ])('%s', (_, metadata, document, result) => {
    expect(completed(document, templateWith(metadata))).toBe(result);
  });

  test('but for a section, which is inserted with its fields', () => {
    const template = `# [Name]\n\n## Document Info\n\n| Field | Value |\n|---|---|\n| Author | [Name] |\n${BODY}`;
    const configuration = only('metadata-missing');
    const choice = choiceOf({ schema: schemaOf(template), configuration });
    const text = `# Parcels\n${BODY}`;
    expect(fixAll('memory:/spec.md', text, choice, memoryHost()).text).toBe(text);
  });
});
