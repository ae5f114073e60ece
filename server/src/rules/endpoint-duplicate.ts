import { t } from '@vscode/l10n';
import {
  readEndpoints,
  type DescribedEndpoint,
  type Endpoint,
  type ListedEndpoint,
} from './engine/endpoints';
import { defineContentRule, type Anchor } from './engine/rule';

export default defineContentRule<undefined, 'tables'>({
  id: 'endpoint-duplicate',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  reads: ['tables'],
  docs: {
    what: 'One method and path stands twice in the overview of the endpoints, or has two sections.',
    why: 'When the two differ, nobody knows which of them holds.',
    remedy: 'Merge them, or correct the method or the path of one.',
  },
  check(context, report) {
    for (const { listed, described, slot } of readEndpoints(context)) {
      for (const [endpoint, first] of repeats(listed)) {
        report({
          at: rowOf(endpoint),
          message: t(
            '{0} {1} stands twice in this list. Readers cannot tell which row holds. Merge the rows, or correct the method or the path.',
            endpoint.method,
            endpoint.path,
          ),
          related: [{ at: rowOf(first), message: t('It stands here first.') }],
          slot,
          data: undefined,
        });
      }
      for (const [endpoint, first] of repeats<DescribedEndpoint>(described)) {
        report({
          at: { section: endpoint.section },
          message: t(
            '{0} {1} is described twice. Readers cannot tell which description holds. Merge them, or correct the method or the path.',
            endpoint.method,
            endpoint.path,
          ),
          related: [{ at: { section: first.section }, message: t('It is described here first.') }],
          slot,
          data: undefined,
        });
      }
    }
  },
});

function rowOf({ table, span }: ListedEndpoint): Anchor {
  return { content: 'tables', index: table, span };
}

/** Each endpoint that came before, with the first of its kind. */
function repeats<E extends Endpoint>(endpoints: readonly E[]): (readonly [E, E])[] {
  const seen = new Map<string, E>();
  return endpoints.flatMap((endpoint): (readonly [E, E])[] => {
    const first = seen.get(endpoint.key);
    if (first) return [[endpoint, first]];
    seen.set(endpoint.key, endpoint);
    return [];
  });
}
