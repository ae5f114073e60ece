import { expect, test } from 'vitest';
import { Diagnostics } from '../../server/src/features/diagnostics';
import { DEFAULT_CONFIGURATION } from '../../server/src/workspace/configuration';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { checkText, choiceOf, problemLine, schemaOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const schema = schemaOf(
  '# [Name] - Plan\n\n**Status:** [Draft | Approved]\n\n## Goals\n\n[a]\n\n## Interfaces\n\n[b]\n\n## Storage\n\n[c]\n\n## Tests\n\n[d]\n',
);
const INSIDE =
  '# Parcels - Plan\n\n**Status:** Draft\n\n## Goals\n\nHalf the calls.\n\n## Interfaces\n\n```json\n{}\n```\n\n## Storage\n\n[c]\n\n## Tests\n\nTwo.\n';
const WRAPPED = `# Plan template\n\n\`\`\`markdown\n${INSIDE}\`\`\`\n`;
const FENCE = 'warning template-wrapper-left at "Parcels - Plan" (line 4)';

/** What is wrong after a sequence of replacements, which a fresh document of the same text must be told too. */
function afterEdits(text: string, ...replacements: readonly (readonly [from: string, to: string])[]) {
  const choice = choiceOf({ schema });
  const document = new OpenDocument('memory:/spec.md', text, choice);
  const diagnostics = new Diagnostics(memoryHost());
  const told = () =>
    diagnostics
      .problems(document, DEFAULT_CONFIGURATION)
      .map((problem) => problemLine({ document, problems: [], errors: [] }, problem));
  const states = [told()];
  for (const [index, [from, to]] of replacements.entries()) {
    const { content, lines } = document;
    const start = content.indexOf(from);
    const range = { start: lines.positionAt(start), end: lines.positionAt(start + from.length) };
    document.change([{ range, text: to }], index + 1);
    states.push(told());
    const fresh = checkText(document.content, { schema });
    expect(states.at(-1)).toEqual(fresh.problems.map((problem) => problemLine(fresh, problem)));
  }
  return states;
}

test('a document in a fence is checked as it is edited, and when the fence goes and comes', () => {
  const open = 'info placeholder at "[c]"';
  expect(
    afterEdits(
      WRAPPED,
      ['Half the', 'A third of the'],
      ['## Tests\n\nTwo.\n', ''],
      ['# Plan template\n\n```markdown\n', ''],
      ['# Parcels', '```markdown\n# Parcels'],
    ).slice(0, 3),
  ).toEqual([
    [FENCE, `${open} (line 20)`],
    [FENCE, `${open} (line 20)`],
    ['info missing-section at "Parcels - Plan" (line 4)', FENCE, `${open} (line 20)`],
  ]);
});

test('an example in a fence is looked at, and left as it is', () => {
  const example = INSIDE.replace('Half the calls.', '```markdown\n# A\n\n## B\n```');
  expect(afterEdits(example, ['Two.', 'Three.'], ['# A', '# Goals'])).toEqual(
    Array.from({ length: 3 }, () => [expect.stringContaining('placeholder') as string]),
  );
});

test('a fence becomes a wrapper by what is written in it', () => {
  const states = afterEdits(
    '```markdown\n# A\n\n## B\n```\n',
    ['# A', '# A\n\n## Goals'],
    ['## B', '## Tests'],
  );
  expect(states.map((state) => state.some((line) => line.includes('template-wrapper-left')))).toEqual([
    false,
    false,
    true,
  ]);
});
