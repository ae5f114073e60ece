import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixActions, insertAllMissing } from '../../server/src/features/actions';
import { DocumentModel } from '../../server/src/model/document-model';
import type { Section } from '../../server/src/model/section';
import { absentSections } from '../../server/src/rules/engine/absent-sections';
import { Checker } from '../../server/src/rules/engine/checker';
import type { Problem } from '../../server/src/rules/engine/problem';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { subtreeSpan } from '../../server/src/rules/engine/section-edits';
import type { MissingSlot } from '../../server/src/template/align';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import { DEFAULT_CONFIGURATION } from '../../server/src/workspace/configuration';
import { buildSpec, type Spec } from '../../server/src/workspace/spec';
import { checkText, choiceOf, problemLine, schemaOf, specOf } from '../support/check-text';
import { memoryHost } from '../support/host';
import { TEMPLATES } from '../support/templates';

/** What a document may be told that nobody has filled in yet. */
const UNFILLED = new Set([
  'placeholder',
  'title-placeholder',
  'empty-section',
  'status-unresolved',
  'boilerplate-left',
]);
/** The rules of which one speaks of each section that is missing and required. */
const INSERTS = /^(?:missing-(?:sub)?section|repeat-minimum|rollback-missing|empty-section)$/u;
const RUNS = 25;

/** Shapes that a template may have and that none of the others has. */
const SHAPES: readonly { name: string; text: string }[] = [
  {
    name: 'underlined headings, one of them with nothing under it',
    text: '[Name]\n======\n\nAlpha\n-----\n\n[a]\n\nBeta\n---\n\n### Part\n\n[b]\n\nGamma\n---\n\nDelta\n-----\n\n[d]\n',
  },
  {
    name: 'underlined headings between rules',
    text: '[Name]\n======\n\n---\n\nAlpha\n-----\n\n[a]\n\n---\n\nGamma\n---\n\n---\n\nDelta\n-----\n\n[d]\n',
  },
  {
    name: 'numbered headings with a name to fill in',
    text: '# [Name]\n\n## 1. Goals\n\n[a]\n\n## 2. [Name] Service\n\n[b]\n\n## 3. Costs\n\n[c]\n\n## IV. Plan of [Name] {#plan}\n\n[d]\n\n## V. Risks\n\n[e]\n',
  },
  {
    name: 'comments on headings',
    text: '# [Name]\n\n## Alpha\n\n[a]\n\n<!-- of Beta -->\n## Beta\n\n[b]\n\n<!-- of Gamma -->\n<!-- too -->\n## Gamma\n\n[c]\n',
  },
];

describe.each([...TEMPLATES, ...SHAPES])('$name', ({ text }) => {
  const schema = schemaOf(text);
  const { starter } = schema;

  test('has sections and no faults', () => {
    expect(schema.faults).toEqual([]);
    expect(schema.allSlots.length).toBeGreaterThan(1);
  });

  test.each(['\n', '\r\n'])('matches itself, with line endings %j', (eol) => {
    const checked = checkText(withEol(starter, eol), { schema });
    const wrong = checked.problems.filter(({ rule }) => !UNFILLED.has(rule.id));
    expect(wrong.map((problem) => problemLine(checked, problem))).toEqual([]);
  });

  test('is found again by its own starter', () => {
    expect(checkText(starter, { schemas: [schema] }).document.spec?.schema).toBe(schema);
  });

  test('repair converges', () => {
    const wholes = [starter, starter.trimEnd()].flatMap((lf) => [lf, withEol(lf, '\r\n')]);
    const specs = wholes.map((whole) => specOf(whole, schema));
    const last = specs[0]!.model.shape.sections.length - 1;
    const removed = fc.uniqueArray(fc.nat(last), { minLength: 1, maxLength: 12 });
    const check = (spec: Spec, ordinals: readonly number[], atOnce: boolean) => {
      const { damaged, headings } = withoutSections(spec, ordinals);
      expectRepaired(damaged, headings, atOnce);
    };
    fc.assert(fc.property(fc.constantFrom(...specs), removed, fc.boolean(), check), { numRuns: RUNS });
  }, 30_000);
});

test.each([
  '# [Name]\n\n## Notes\n\n[a]\n\n## Other\n\n[b]\n\n## Notes\n\n[c]\n',
  '# [Name]\n\n## Component 1: [N]\n\n[a]\n\n## Interfaces\n\n[b]\n\n## Component 2: [N]\n\n[c]\n',
])('a template matches itself where others stand between instances: %j', (text) => {
  const { alignment } = specOf(text, schemaOf(text));
  expect([alignment.misplaced, alignment.missing, alignment.wrongLevels]).toEqual([[], [], []]);
});

test.each(['```\ncode', '~~~~\ncode\n~~~', '<!-- a remark', '<script>\n\nlet a;'])(
  'nothing is inserted behind or moved past what is left open: %j',
  (open) => {
    const schema = schemaOf('# [Name]\n\n## Alpha\n\na\n\n## Beta\n\nb\n\n## Gamma\n\nc\n');
    const fixes = (text: string) =>
      checkText(text, { schema })
        .problems.filter(({ rule }) => /^(?:missing-section|section-order)$/u.test(rule.id))
        .flatMap((problem) => fixActions(specOf(text, schema), problem, memoryHost()))
        .map(({ title }) => title);
    expect(fixes(`# P\n\n## Alpha\n\na\n\n## Beta\n\n${open}\n`)).toEqual([]);
    expect(fixes(`# P\n\n## Gamma\n\nc\n\n## Beta\n\n${open}\n`)).toEqual(['Insert section "Alpha"']);
    expect(fixes(`# P\n\n## Beta\n\nb\n\n## Gamma\n\nc\n\n## Alpha\n\n${open}`)).toEqual([]);
  },
);

/**
 * Removes sections with all in them, never the title.
 * @returns what is left, and the headings that it must have once it is repaired
 */
function withoutSections(spec: Spec, ordinals: readonly number[]): { damaged: Spec; headings: string[] } {
  const { model, alignment } = spec;
  const { sections } = model.shape;
  const chosen = ordinals
    .map((ordinal) => sections[ordinal]!)
    .filter((section) => section !== alignment.title);
  const isIn = (section: Section, others: readonly Section[]): boolean =>
    others.includes(section) || (section.parent !== undefined && isIn(section.parent, others));
  const outermost = chosen.filter(({ parent }) => !parent || !isIn(parent, chosen));
  const cuts = outermost.map((section) => ({ span: subtreeSpan(spec, section), newText: '' }));
  // What nobody asks for stays away: optional sections and instances of repeated ones.
  const lost = outermost.filter(({ ordinal }) => {
    const slot = alignment.slots[ordinal];
    return !slot || slot.repeat || slot.requirement === 'optional';
  });
  const headings = sections.filter((section) => !isIn(section, lost)).map(lineOf);
  return { damaged: edited(spec, cuts), headings };
}

/** Inserts what is missing until nothing is, all at once or one after another. */
function expectRepaired(damaged: Spec, headings: readonly string[], atOnce: boolean): void {
  const eol = damaged.model.tree.text.includes('\r\n') ? '\r\n' : '\n';
  let spec = damaged;
  for (let round = 0; ; round++) {
    expect(round, 'rounds').toBeLessThan(200);
    const edits = (atOnce ? insertAllMissing(spec)?.edits : undefined) ?? firstInsertion(spec);
    if (!edits) break;
    for (const { span, newText } of edits) {
      expect(span.start, 'an insertion removes nothing').toBe(span.end);
      expect(newText.replaceAll(eol, '').match(/[\r\n]/gu), 'line endings').toBeNull();
    }
    spec = edited(spec, edits);
    for (const { span, newText } of edits) expectBlankLines(spec, edits, span.start, newText);
  }
  expect(absentIn(spec)).toEqual([]);
  const repaired = spec.model.shape.sections.map(lineOf);
  // Where the last instance of a repeated section was removed, the first one of the template came back.
  if (absentIn(damaged).some(({ slot }) => slot.repeat)) expectAmong(headings, repaired);
  else expect(repaired).toEqual(headings);
  const before = structureOf(damaged);
  expect(structureOf(spec).filter((problem) => !before.includes(problem))).toEqual([]);
}

/** What is there in order is also in the other list, among others. */
function expectAmong(part: readonly string[], whole: readonly string[]): void {
  let at = 0;
  for (const line of whole) if (line === part[at]) at += 1;
  expect(part.slice(at), 'what the repair lost').toEqual([]);
}

function absentIn({ model, alignment, size, guidanceLeft }: Spec): readonly MissingSlot[] {
  return absentSections({ alignment, shape: model.shape, size, guidanceLeft }).missing;
}

/** A blank line stands before what was inserted and behind it, unless the document starts or ends there. */
function expectBlankLines(spec: Spec, edits: readonly TextEdit[], offset: number, newText: string): void {
  const { text } = spec.model.tree;
  const moved = edits
    .filter(({ span }) => span.start < offset)
    .reduce((sum, edit) => sum + edit.newText.length, 0);
  const heading = offset + moved + newText.search(/\S/u);
  const before = text.slice(0, heading);
  const behind = text.slice(offset + moved + newText.length);
  expect(before, 'a blank line before').toMatch(/(?:^|(?:^|[^\r]\n|\r\n)[ \t]*\r?\n)$/u);
  if (behind.trim() !== '') expect(newText, 'a blank line behind').toMatch(/\n\r?\n$/u);
}

function firstInsertion(spec: Spec): readonly TextEdit[] | undefined {
  for (const problem of problemsOf(spec).filter(({ rule }) => INSERTS.test(rule.id))) {
    const fixes = fixActions(spec, problem, memoryHost());
    // Of a section with nothing in it, one rule offers all that it lacks, and its guidance.
    const fix = fixes.find(({ title }) => !/guidance|not applicable/u.test(title));
    if (fix) return fix.edits;
  }
  return undefined;
}

/** What is wrong with the structure and not missing, without places, which an insertion moves. */
function structureOf(spec: Spec): string[] {
  const problems = problemsOf(spec).filter(
    ({ rule }) => !UNFILLED.has(rule.id) && !/^(?:missing-|repeat-minimum$)/u.test(rule.id),
  );
  return problems.map(({ message }) => message);
}

function problemsOf(spec: Spec): Problem[] {
  return new Checker(RULES, memoryHost()).check(spec, DEFAULT_CONFIGURATION);
}

/** The spec after edits that all refer to its text; what they do not touch is not read again. */
function edited(spec: Spec, edits: readonly TextEdit[]): Spec {
  const fromTheEnd = [...edits].sort((a, b) => b.span.start - a.span.start);
  const tree = fromTheEnd.reduce(
    (before, { span, newText }) => before.edit({ span, text: newText }),
    spec.model.tree,
  );
  expect(tree.text).toBe(applyEdits(spec.model.tree.text, edits));
  const model = new DocumentModel(tree, spec.model);
  return buildSpec(model, choiceOf({ schema: spec.schema, schemas: [spec.schema] }), spec)!;
}

function lineOf({ level, title }: Section): string {
  return `${'#'.repeat(level)} ${title}`;
}
