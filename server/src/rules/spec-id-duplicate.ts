import type { Field } from '../model/document-shape';
import { documentKey, specIdField } from '../template/spec-id';
import { defineWorkspaceRule } from './engine/rule';
import { valueLine } from './engine/value-line';

interface Data {
  readonly field: Field;
  readonly id: string;
  /** Undefined where it is not known which ids are taken. */
  readonly next: string | undefined;
  /** Whether this document had the id first, so that what refers to it means this one. */
  readonly isOldest: boolean;
}

export default defineWorkspaceRule<Data, never>({
  id: 'spec-id-duplicate',
  severity: { draft: 'warning', review: 'error', approved: 'error' },
  fix: 'safe',
  waitsForLine: true,
  reads: [],
  docs: {
    what: 'The id of the spec is also that of another file of the workspace.',
    why: 'Whoever looks the id up may find the wrong document, and no reference to it is certain.',
    remedy:
      'Give the younger of the two the next free id. The fix is offered in both; fix-all leaves the older file as it is, since others refer to it.',
  },
  check({ shape, schema, workspace }, report) {
    const own = specIdField(shape, schema);
    if (!own) return;
    const others = workspace.namesakes(documentKey(own.id));
    const [first] = others;
    if (!first) return;
    const { field, id: wanted } = own;
    const { id } = wanted;
    const isOldest = !first.isOlder;
    const next = workspace.isComplete() ? workspace.nextId(wanted) : undefined;
    const paths = others.map(({ path }) => path);
    const change = isOldest ? 'Give the younger document another id' : 'Give this document another id';
    report({
      at: { field, part: 'value' },
      message: `${listed(paths)} ${paths.length > 1 ? 'have' : 'has'} the id ${id} too, so a reference to it can mean either. ${change}${next ? `; ${next} is free` : ''}.`,
      data: { field, id, next, isOldest },
    });
  },
  fixes({ spec: { model } }, { field, id, next, isOldest }) {
    const { start, end } = valueLine(model, field);
    const at = model.tree.text.slice(start, end).indexOf(id);
    if (next === undefined || at < 0) return [];
    const span = { start: start + at, end: start + at + id.length };
    return [{ title: `Use the next free id, ${next}`, edits: [{ span, newText: next }], isUnsafe: isOldest }];
  },
});

/** `a.md`, `a.md and b.md`, `a.md and 3 more files`. */
function listed([first, second, ...more]: readonly string[]): string {
  if (second === undefined) return first!;
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more files`;
}
