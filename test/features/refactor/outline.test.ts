import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropSection } from '../../../server/src/features/refactor/drop-section';
import { refactoringsAt } from '../../../server/src/features/refactor/refactorings';
import { applyEdits } from '../../../server/src/text/edit';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import type { Spec } from '../../../server/src/workspace/spec';
import { schemaOf, specOf } from '../../support/check-text';

const schema = schemaOf('# [Name]\n\n## Summary (Optional)\n\n[What it is.]\n');

const BODIES = [
  '',
  'Text.',
  'Two\nlines',
  '- a\n- b',
  '```text\n# no heading\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '> quote',
  '\tcode',
  '<div>\nhtml\n</div>',
  'Text.\n\n* * *\n\nMore.',
  '- # no section',
  '[a]: b.md',
  '~~~\nx\n~~~',
];

/** Sections with headings of all sorts, parted in all ways that Markdown allows. */
const documents = fc
  .array(
    fc.record({
      level: fc.integer({ min: 2, max: 6 }),
      heading: fc.constantFrom('atx', 'closed', 'setext', 'comment'),
      body: fc.constantFrom(...BODIES),
      gap: fc.constantFrom(
        '',
        '\n',
        '\n\n',
        '\n\n---\n\n',
        '\n\n<!-- note -->\n\n',
        '\n\n***\n<!-- tail -->\n\n',
      ),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((sections) => {
    const parts = sections.map(({ level, heading, body, gap }, index) => {
      const title = `Title ${String.fromCharCode(65 + index)}`;
      const atx = `${'#'.repeat(level)} ${title}`;
      // A line right above would become part of an underlined heading, and HTML takes in what follows it.
      const isLoose = sections[index + 1]?.heading === 'setext' || body.endsWith('>');
      const isUnder = heading === 'setext' && level === 2;
      const line = {
        atx,
        closed: `${atx} #`,
        setext: isUnder ? `${title}\n---` : atx,
        comment: `<!-- of it -->\n${atx}`,
      };
      const behind = gap.length < 2 && isLoose ? '\n\n' : gap;
      return `${line[heading]}${body === '' ? '' : isUnder ? `\n${body}` : `\n\n${body}`}\n${behind}`;
    });
    return `# Document\n\n${parts.join('')}`;
  });

function outline({ model }: Spec): Map<string, { readonly parent: string; readonly body: string }> {
  return new Map(
    model.shape.sections.map((section) => {
      const { start, end } = model.bodySpan(section);
      const body = model.tree.slice(start, end).replace(/<!--.*?-->|^(?:---|\*\*\*)$/gmu, '');
      return [
        section.title,
        { parent: section.parent?.title ?? '', body: body.trim().replace(/\n+/gu, '\n') },
      ];
    }),
  );
}

function words(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();
}

test.each(['\n', '\r\n'])(
  'moved, promoted or demoted, a section and all others keep what is theirs (%j)',
  (eol) => {
    let tried = 0;
    fc.assert(
      fc.property(documents, fc.nat(), fc.boolean(), (source, pick, isFinal) => {
        const text = (isFinal ? source : source.trimEnd()).replaceAll('\n', eol);
        const spec = specOf(text, schema);
        const { sections } = spec.model.shape;
        const section = sections[pick % sections.length]!;
        const span = spec.model.headingSpan(section);
        const found = refactoringsAt(
          {
            spec,
            span: { start: span.end, end: span.end },
            isAskedFor: true,
            schemas: [schema],
            workspace: NO_WORKSPACE,
            clock: { today: () => '2025-06-15' },
            author: '',
          },
          ['refactor.move.section', 'refactor.rewrite.level'],
        );
        const before = outline(spec);
        for (const { title, edits } of found) {
          tried += 1;
          const result = applyEdits(text, edits);
          const after = outline(specOf(result, schema));
          expect(words(result), title).toEqual(words(text));
          expect([...after.keys()].sort(), title).toEqual([...before.keys()].sort());
          for (const [name, { parent, body }] of before) {
            expect(after.get(name)!.body.replaceAll('\r', ''), `${title}: ${name}`).toBe(
              body.replaceAll('\r', ''),
            );
            if (name !== section.title) expect(after.get(name)!.parent, `${title}: ${name}`).toBe(parent);
          }
          if (eol === '\r\n') expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
    expect(tried).toBeGreaterThan(20);
  },
);

test.each(['\n', '\r\n'])(
  'dropped on another, a section comes to its place and takes along what is its own (%j)',
  (eol) => {
    let [tried, relevelled] = [0, 0];
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), fc.boolean(), (source, pick, place, isFinal) => {
        const text = (isFinal ? source : source.trimEnd()).replaceAll('\n', eol);
        const spec = specOf(text, schema);
        const { sections } = spec.model.shape;
        const [section, onto] = [sections[pick % sections.length]!, sections[place % sections.length]!];
        const edits = dropSection(spec, section, onto);
        if (!edits) return;
        tried += 1;
        if (section.level !== onto.level) relevelled += 1;
        const result = applyEdits(text, edits);
        const [before, after] = [outline(spec), outline(specOf(result, schema))];
        expect(words(result)).toEqual(words(text));
        expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
        for (const [name, { parent, body }] of before) {
          expect(after.get(name)!.body.replaceAll('\r', ''), name).toBe(body.replaceAll('\r', ''));
          expect(after.get(name)!.parent, name).toBe(
            name === section.title ? before.get(onto.title)!.parent : parent,
          );
        }
        const order = [...after.keys()].filter((name) => name === section.title || name === onto.title);
        const isUp = onto.ordinal < section.ordinal;
        expect(order).toEqual(isUp ? [section.title, onto.title] : [onto.title, section.title]);
        if (eol === '\r\n') expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
    expect(tried).toBeGreaterThan(40);
    expect(relevelled).toBeGreaterThan(5);
  },
);
