import { t } from '@vscode/l10n';
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
    report({
      at: { field, part: 'value' },
      message: [whoElse(paths, id), isOldest ? changeYounger(next) : changeThis(next)].join(' '),
      data: { field, id, next, isOldest },
    });
  },
  fixes({ spec: { model } }, { field, id, next, isOldest }) {
    const { start, end } = valueLine(model, field);
    const at = model.tree.text.slice(start, end).indexOf(id);
    if (next === undefined || at < 0) return [];
    const span = { start: start + at, end: start + at + id.length };
    return [
      { title: t('Use the next free id, {0}', next), edits: [{ span, newText: next }], isUnsafe: isOldest },
    ];
  },
});

function whoElse([first, second, ...more]: readonly string[], id: string): string {
  if (second === undefined)
    return t('{0} has the id {1} too, so a reference to it can mean either.', first!, id);
  return more.length === 0
    ? t('{0} and {1} have the id {2} too, so a reference to it can mean either.', first!, second, id)
    : t(
        '{0} and {1} more files have the id {2} too, so a reference to it can mean either.',
        first!,
        more.length + 1,
        id,
      );
}

function changeYounger(next: string | undefined): string {
  return next === undefined
    ? t('Give the younger document another id.')
    : t('Give the younger document another id; {0} is free.', next);
}

function changeThis(next: string | undefined): string {
  return next === undefined
    ? t('Give this document another id.')
    : t('Give this document another id; {0} is free.', next);
}
