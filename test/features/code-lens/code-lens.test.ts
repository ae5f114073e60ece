import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeLensesOf } from '../../../server/src/features/code-lens/code-lenses';
import { addInstance } from '../../../server/src/features/code-lens/instance-lenses';
import { applyEdits } from '../../../server/src/text/edit';
import { withEol } from '../../../server/src/text/line';
import type { Spec } from '../../../server/src/workspace/spec';
import { BUILTINS, checkText, schemaOf, specOf } from '../../support/check-text';
import { readExamplePage } from '../../support/example-page';

const page = readExamplePage(readFileSync(path.join(import.meta.dirname, 'code-lens.md'), 'utf8'));
const system = BUILTINS.find(({ id }) => id === 'system')!;

/** `7: Add another Phase`, with the lines, from 1, that it leads to. */
function shown(spec: Spec): string[] {
  const text = spec.model.tree.text;
  const lineOf = (offset: number) => text.slice(0, offset).split(/\r\n|\n/u).length;
  return codeLensesOf(spec).map(({ span, title, action }) => {
    const places = action.kind === 'show-references' ? action.places : [];
    const lines = places.length > 0 ? ` on ${places.map(({ start }) => lineOf(start)).join(', ')}` : '';
    return `${lineOf(span.start)}: ${title}${lines}`;
  });
}

/** The document after the lens with this title was chosen. */
function chosen(spec: Spec, title: string): string {
  const lens = codeLensesOf(spec).find((each) => each.title === title);
  if (lens?.action.kind !== 'add-instance')
    throw new Error(`There is no lens "${title}" that adds anything.`);
  return applyEdits(spec.model.tree.text, [addInstance(spec, lens.action.mark)!]);
}

describe.each(['\n', '\r\n'])('code lenses, line ending %j', (eol) => {
  for (const { name, template, document, expected } of page) {
    test(name, () => {
      const spec = specOf(withEol(document, eol), template === undefined ? system : schemaOf(template));
      for (const [label, text] of expected) {
        if (label === 'Lenses') expect(shown(spec)).toEqual(text.split('\n').filter((line) => line !== ''));
        else expect(chosen(spec, label)).toBe(withEol(text, eol));
      }
    });
  }
});

test('a lens leads to the same place after the document has changed, and nowhere once its place cannot be told', () => {
  const { document, template } = page.find(
    ({ name }) => name === 'Two of the same under different sections',
  )!;
  const schema = schemaOf(template!);
  // Both parts have one title, so that only their number tells them apart.
  const text = document.replace('Part 2', 'Part 1');
  const lens = codeLensesOf(specOf(text, schema)).at(-1)!;
  if (lens.action.kind !== 'add-instance') throw new Error('The last lens adds an instance.');
  const { mark } = lens.action;
  const longer = text.replace('Hot.', 'Hot.\n\nVery hot.');
  expect(applyEdits(longer, [addInstance(specOf(longer, schema), mark)!])).toMatch(
    /Cold\.\n\n#### Step 2: \[Name\]\n\n\[What happens in it\.\]\n$/u,
  );
  const shorter = text.replace(/### Part 1: Press\n\n#### Step 1: Cool[^]*$/u, '');
  expect(addInstance(specOf(shorter, schema), mark)).toBeUndefined();
});

test.each(BUILTINS.map((schema) => [schema.id, schema] as const))(
  'each lens of the template %s has a name to read',
  (_, schema) => {
    const { spec } = checkText(schema.starter, { schema }).document;
    const titles = shown(spec!);
    expect(
      titles.every((title) =>
        /^\d+: (?:Add another (?:\p{L}[\p{L} /]+\p{L}|"\[HTTP Method\] \[Path\]")|\d+ references?)(?: on .*)?$/u.test(
          title,
        ),
      ),
    ).toBe(true);
    expect(titles.length).toBeGreaterThan(0);
  },
);
