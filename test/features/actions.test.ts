import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { actionsAt, insertAllMissing, type Action } from '../../server/src/features/actions';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { applyEdits } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import { BUILTINS, checkText, only, problemLine, schemaOf, specOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const TEMPLATE = `# [Name]

**Author:** [Name]

## Goals

- [Goal 1]
- [Goal 2]

## Cost

| What | Cost |
|------|------|
| [Item] | [Cost] |

## Plan

[The plan.]
`;
const schema = schemaOf(TEMPLATE);

describe('insert all missing sections', () => {
  const spec = specOf('# Parcels\n\n**Author:** Anna\n\n## Cost\n\nNone.\n', schema);

  test('is one action for two or more', () => {
    const action = insertAllMissing(spec)!;
    expect(action.title).toBe('Insert all 2 missing sections');
    expect(applyEdits(spec.model.tree.text, action.edits)).toBe(
      '# Parcels\n\n**Author:** Anna\n\n## Goals\n\n- [Goal 1]\n- [Goal 2]\n\n## Cost\n\nNone.\n\n## Plan\n\n[The plan.]\n',
    );
  });

  test('is one edit for sections that come to one place', () => {
    for (const eol of ['\n', '\r\n']) {
      const bare = specOf(withEol('# Parcels\n\n**Author:** Anna\n', eol), schema);
      const { edits } = insertAllMissing(bare)!;
      expect(edits).toHaveLength(1);
      expect(applyEdits(bare.model.tree.text, edits)).toBe(
        withEol(
          '# Parcels\n\n**Author:** Anna\n\n## Goals\n\n- [Goal 1]\n- [Goal 2]\n\n## Cost\n\n| What | Cost |\n|------|------|\n| [Item] | [Cost] |\n\n## Plan\n\n[The plan.]\n',
          eol,
        ),
      );
    }
  });

  test('is not offered for one', () => {
    const one = specOf('# Parcels\n\n## Goals\n\nNone.\n\n## Cost\n\nNone.\n', schema);
    expect(insertAllMissing(one)).toBeUndefined();
  });
});

test('the actions at a place are those of its problems, fixes first, and each once', () => {
  const text =
    '# Parcels\n\n**Author:** Anna\n\n## Cost\n\n| What | Cost |\n|------|------|\n| [Item] | [Cost] |\n';
  const { document, problems } = checkText(text, {
    schema,
    configuration: only('placeholder', 'missing-section'),
  });
  const at = (place: string) => {
    const start = text.indexOf(place);
    return actionsAt(document.spec!, problems, { start, end: start }, memoryHost()).map(({ title }) => title);
  };
  expect(at('[Item]')).toEqual(['Disable "placeholder" here', 'Disable "placeholder" in this file']);
  expect(at('Cost')).toEqual([
    'Insert section "Goals"',
    'Insert all 2 missing sections',
    'Disable "missing-section" here',
    'Disable "missing-section" in this file',
  ]);
  expect(at('Anna')).toEqual([]);
});

/** Where a problem may stand; `^` is in front of the placeholder that is to be silenced. */
const PLACES: Readonly<Record<string, string>> = {
  'a paragraph': '# Parcels\n\n## Plan\n\n^[The plan.]\n',
  'the second line of a paragraph':
    '# Parcels\n\n## Plan\n\nWe begin in May\nand then ^[The plan.]\ngoes on.\n',
  'the first item of a list': '# Parcels\n\n## Goals\n\n- ^[Goal 1]\n- [Goal 2]\n- Half the calls\n',
  'a later item of a list':
    '# Parcels\n\n## Goals\n\n- Half the calls\n- ^[Goal 2]\n- A tenth of the letters\n',
  'an item of a nested list': '# Parcels\n\n## Goals\n\n- Calls\n  - ^[Goal 1]\n- Letters\n',
  'an item of an ordered list': '# Parcels\n\n## Goals\n\n3. Half the calls\n4. ^[Goal 2]\n5. Letters\n',
  'a loose list': '# Parcels\n\n## Goals\n\n- Half the calls\n\n- ^[Goal 2]\n\n- Letters\n',
  'the first row of a table':
    '# Parcels\n\n## Cost\n\n| What | Cost |\n|------|------|\n| ^[Item] | 4 |\n| B | 5 |\n',
  'the last row of a table':
    '# Parcels\n\n## Cost\n\n| What | Cost |\n|------|------|\n| A | 4 |\n| B | ^[Cost] |\n',
  'a heading': '# Parcels\n\n## Step 1: ^[Title]\n\nNone.\n',
  'an underlined heading': 'Parcels\n=======\n\nStep 1: ^[Title]\n------\n\nNone.\n',
  'a quotation': '# Parcels\n\n## Plan\n\n> So:\n> ^[The plan.]\n\nEnd.\n',
  metadata: '# Parcels\n\n**Status:** Draft  \n**Author:** ^[Name]  \n**Due:** May\n\n## Plan\n\nNone.\n',
  'the end of the text, without a line ending': '# Parcels\n\n## Goals\n\n- Calls\n- ^[Goal 2]',
  'a paragraph right behind a heading': '# Parcels\n## Plan\n^[The plan.]\n## Cost\nNone.\n',
  'a list right behind a paragraph': '# Parcels\n\n## Goals\nTwo:\n- Calls\n- ^[Goal 2]\n',
};

const stepped = schemaOf(`${TEMPLATE}\n## Step 1: [Title]\n\n[What is done.]\n`);

describe.each(['Disable "placeholder" here', 'Disable "placeholder" in this file'])('%s', (title) => {
  test.each(Object.entries(PLACES))('silences %s and leaves the rendering as it was', (_, marked) => {
    for (const eol of ['\n', '\r\n']) {
      const text = withEol(marked.replace('^', ''), eol);
      const offset = withEol(marked, eol).indexOf('^');
      const options = { schema: stepped, configuration: only('placeholder') };
      const before = checkText(text, options);
      const all = before.problems.map((problem) => problemLine(before, problem));
      const action = actionsAt(
        before.document.spec!,
        before.problems,
        { start: offset, end: offset },
        memoryHost(),
      ).find((candidate: Action) => candidate.title === title);
      expect(action, `an action at ${all.join(', ')}`).toBeDefined();
      const after = applyEdits(text, action!.edits);
      expect(rendered(after)).toEqual(rendered(text));
      const checked = checkText(after, options);
      const silenced = text.slice(action!.problem!.span.start, action!.problem!.span.end);
      const left = checked.problems.filter(({ span }) => after.slice(span.start, span.end) === silenced);
      expect(left.map((problem) => problemLine(checked, problem))).toEqual([]);
      expect(after.replaceAll(eol, '')).not.toMatch(/[\r\n]/u);
    }
  });
});

test('a problem in front matter is silenced by a comment behind it', () => {
  const dated = schemaOf('---\ndate: YYYY-MM-DD\n---\n\n# [Name]\n\n## Plan\n\n[The plan.]\n');
  const text = '---\ndate: 2026-13-01\n---\n\n# Parcels\n\n## Plan\n\nNone.\n';
  const options = { schema: dated, configuration: only('date-invalid') };
  const { document, problems } = checkText(text, options);
  const actions = actionsAt(document.spec!, problems, problems[0]!.span, memoryHost());
  expect(actions.map(({ title }) => title)).toEqual([
    'Disable "date-invalid" here',
    'Disable "date-invalid" in this file',
  ]);
  for (const { edits } of actions) {
    const after = applyEdits(text, edits);
    expect(after).toBe(text.replace('---\n\n#', '---\n<!-- specwright-disable-file date-invalid -->\n\n\n#'));
    expect(checkText(after, options).problems).toEqual([]);
  }
});

/** What a reader sees of a text: its tree without comments, places, and whether its lists are loose. */
function rendered(text: string): unknown {
  const tree = SyntaxTree.parse(text);
  return { yaml: tree.frontMatter?.yaml, body: visible(tree.root()) };
}

function visible(node: Nodes): unknown {
  const { position: _position, children, ...rest } = node as Nodes & { children?: Nodes[] };
  const seen = children
    ?.filter((child) => child.type !== 'html' || !child.value.startsWith('<!--'))
    .map(visible);
  return seen ? { ...rest, children: seen } : rest;
}

test('a service template puts rules between its sections, and so do insertions', () => {
  const service = BUILTINS.find(({ id }) => id === 'service')!;
  const spec = specOf(service.starter, service);
  const security = spec.model.shape.sections.find(({ title }) => title === 'Security Considerations')!;
  const cut = applyEdits(service.starter, [{ span: spec.model.sectionSpan(security), newText: '' }]);
  const { document, problems } = checkText(cut, { schema: service, configuration: only('missing-section') });
  const [action] = actionsAt(document.spec!, problems, problems[0]!.span, memoryHost());
  expect(applyEdits(cut, action!.edits)).toBe(service.starter);
});
