import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Schema } from '../../server/src/template/schema';
import { applyEdits } from '../../server/src/text/edit';
import { BUILTINS, checkText, schemaOf, specOf } from './check-text';
import { corpora, listShared, readShared, ROOT } from './shared';

/** A document to run fixes on, with the template that it follows. */
export interface Fixable {
  readonly name: string;
  readonly text: string;
  readonly schema: Schema;
  /** What it was before it was damaged. */
  readonly original?: string;
}

/** The filled examples, and what a new spec starts from. */
export const OWN_DOCUMENTS: readonly Fixable[] = [
  ...readdirSync(path.join(ROOT, 'examples')).map((file) => {
    const text = readFileSync(path.join(ROOT, 'examples', file), 'utf8');
    return { name: `examples/${file}`, text, schema: checkText(text).document.spec!.schema };
  }),
  ...BUILTINS.map((schema) => ({ name: `the starter of ${schema.id}`, text: schema.starter, schema })),
];

/** One real document of so many is enough for a test that takes its time. */
const ONE_OF = 5;

/** Documents of real authors, where they are at hand, with their own templates. */
export const REAL_DOCUMENTS: readonly Fixable[] = corpora.flatMap((corpus) => {
  const schema = schemaOf(readShared('corpus', corpus, 'template.md'), corpus);
  return listShared('corpus', corpus, 'docs')
    .filter((_, index) => index % ONE_OF === 0)
    .map((file) => ({ name: `${corpus}/${file}`, text: readShared('corpus', corpus, 'docs', file), schema }));
});

/**
 * A document with some of what fix-all mends: a date in another order, a section that is gone, one at the end that belongs
 * elsewhere, one too deep, and a comment that silences nothing.
 * @param seed chooses the sections
 */
export function damaged({ name, text, schema }: Fixable, seed: number): Fixable {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let result = text.replace(/^(\*\*Date:\*\*|\| *Date *\||[Dd]ate:) *(\d{4})-(\d\d)-(\d\d)/mu, '$1 $4.$3.$2');
  const pick = (number: number) => {
    const { model } = specOf(result, schema);
    const { sections } = model.shape;
    return model.sectionSpan(sections[1 + ((seed * 7 + number * 3) % Math.max(1, sections.length - 1))]!);
  };
  if (specOf(result, schema).model.shape.sections.length < 6) return { name, text, schema };
  result = applyEdits(result, [{ span: pick(1), newText: '' }]);
  const moved = pick(2);
  const source = result.slice(moved.start, moved.end).trimEnd();
  result = `${applyEdits(result, [{ span: moved, newText: '' }]).trimEnd()}${eol}${eol}${source}${eol}`;
  const deeper = pick(3).start;
  result = applyEdits(result, [{ span: { start: deeper, end: deeper }, newText: '#' }]);
  const commented = pick(4).start;
  const comment = `<!-- specwright-disable-next-line date-invalid -->${eol}`;
  result = applyEdits(result, [{ span: { start: commented, end: commented }, newText: comment }]);
  return { name: `${name}, damaged (${seed})`, text: result, schema, original: text };
}
