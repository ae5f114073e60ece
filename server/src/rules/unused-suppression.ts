import { t } from '@vscode/l10n';
import type { SyntaxTree } from '../syntax/tree';
import { NEAR_MISS, similarity } from '../template/similarity';
import type { Span } from '../text/span';
import { removeComments } from './engine/remove-comments';
import { defineSummaryRule, type Fix } from './engine/rule';
import type { Suppression } from './engine/suppressions';

const ID = 'unused-suppression';

interface Data {
  /** The comment; absolute. */
  readonly comment: Span;
  /** What to remove: the comment, and those that only end what it disables; absolute, in document order. */
  readonly remove: readonly Span[];
  /** Whether it would silence nothing in another phase or with other settings either. */
  readonly isSure: boolean;
  /** The name of no rule, and the rule that is probably meant. */
  readonly rename?: { readonly from: string; readonly to: string };
}

export default defineSummaryRule<Data>({
  id: ID,
  severity: { draft: 'hint', review: 'hint', approved: 'hint' },
  fix: 'safe',
  isUnnecessary: true,
  waitsForLine: true,
  runsLast: true,
  docs: {
    what: 'A comment disables rules where they have nothing to say, or names a rule that does not exist.',
    why: 'Readers take it for a known exception, and the next real problem in its place is never seen.',
    remedy:
      'Remove the comment, or correct the name in it. A comment for a rule that is off for now, by a setting or by the status of the document, is not reported.',
  },
  check({ suppressions, rules }, report) {
    const allRun = [...rules.values()].every(Boolean);
    for (const suppression of suppressions) {
      const { names, span: comment, ends, isUsed } = suppression;
      const at = { absolute: comment };
      const unknown = names.find((name) => !rules.has(name));
      if (unknown !== undefined) {
        const to = nearest(unknown, rules.keys());
        const remove = names.length === 1 ? [comment] : [];
        const data = { comment, remove, isSure: false };
        report({
          at,
          message:
            to === undefined
              ? t(
                  'There is no rule "{0}", and the comment does nothing for it. Correct the name, or remove it.',
                  unknown,
                )
              : t(
                  'There is no rule "{0}", and the comment does nothing for it. Is "{1}" meant?',
                  unknown,
                  to,
                ),
          data: to === undefined ? data : { ...data, rename: { from: unknown, to } },
        });
      } else if (!isUsed && names.every((name) => rules.get(name) && name !== ID)) {
        const isSure = names.length > 0 || allRun;
        report({
          at,
          message: whyUnused(suppression),
          related: ends.map((end) => ({ at: { absolute: end }, message: t('It ends here.') })),
          data: { comment, remove: [comment, ...ends], isSure },
        });
      }
    }
  },
  fixes({ spec }, { comment, remove, isSure, rename }) {
    const { tree } = spec.model;
    const fixes: Fix[] = rename ? [renaming(tree, comment, rename)] : [];
    if (remove.length > 0)
      fixes.push({
        title: remove.length > 1 ? t('Remove the comment and the one that ends it') : t('Remove the comment'),
        edits: removeComments(tree, remove),
        isUnsafe: !isSure,
      });
    return fixes;
  },
});

function whyUnused({ kind, names }: Suppression): string {
  if (kind === 'enable') return t('Nothing is disabled here that this comment could enable. Remove it.');
  const [first, ...others] = names.map((name) => t('"{0}"', name));
  if (first === undefined)
    return t(
      'This comment silences nothing: where it counts there is no problem of any rule. Remove it, so that the next one is seen.',
    );
  const what = others.reduce((before, name) => t('{0} or {1}', before, name), first);
  return t(
    'This comment silences nothing: where it counts there is no problem of {0}. Remove it, so that the next one is seen.',
    what,
  );
}

/** The rule whose name is most like one that does not exist; undefined where none is like it. */
function nearest(name: string, ids: Iterable<string>): string | undefined {
  const words = (id: string) => id.toLowerCase().replace(/[-_]+/gu, ' ');
  let best: { id: string; rating: number } | undefined;
  for (const id of ids) {
    const rating = similarity(words(name), words(id));
    if (rating >= (best?.rating ?? NEAR_MISS)) best = { id, rating };
  }
  return best?.id;
}

function renaming({ text }: SyntaxTree, comment: Span, { from, to }: { from: string; to: string }): Fix {
  const source = text.slice(comment.start, comment.end - '-->'.length);
  const word = Array.from(source.matchAll(/[^\s,]+/gu)).find(([name]) => name === from);
  const start = comment.start + (word?.index ?? 0);
  return {
    title: t('Change "{0}" to "{1}"', from, to),
    edits: word ? [{ span: { start, end: start + from.length }, newText: to }] : [],
    isUnsafe: true,
  };
}
