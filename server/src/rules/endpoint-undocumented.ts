import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import type { Slot } from '../template/schema';
import { isSameEndpoint, readEndpoints, type ListedEndpoint } from './engine/endpoints';
import { defineContentRule } from './engine/rule';
import { insertSection } from './engine/section-edits';

/** Methods whose answers follow from those of the others (RFC 9110, 9.3.2 and 9.3.7). */
const IMPLIED = /^(?:HEAD|OPTIONS)$/u;

interface Missing {
  /** The endpoint to describe; undefined where it is the overview that lacks one. */
  readonly endpoint: ListedEndpoint | undefined;
  readonly slot: Slot;
  readonly under: Section | undefined;
}

export default defineContentRule<Missing, 'tables'>({
  id: 'endpoint-undocumented',
  severity: { draft: 'hint', review: 'info', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  reads: ['tables'],
  docs: {
    what: 'An endpoint of the overview has no section of its own, or one with a section is not in the overview.',
    why: 'Whoever builds against the API finds half of it: a path without request and errors, or a call that the list does not know.',
    remedy:
      'Describe the endpoint in a section, or add its row; or remove it from the place where it is left over.',
  },
  check(context, report) {
    for (const { slot, under, listed, described, unnamed, hasOtherRows } of readEndpoints(context)) {
      // A title without method and path may describe any of them.
      if (listed.length === 0 || described.length === 0 || unnamed.length > 0) continue;
      const seen = new Set<string>();
      for (const endpoint of listed) {
        if (seen.has(endpoint.key) || IMPLIED.test(endpoint.method)) continue;
        if (described.some((other) => isSameEndpoint(endpoint, other))) continue;
        seen.add(endpoint.key);
        report({
          at: { content: 'tables', index: endpoint.table, span: endpoint.span },
          message: t(
            '{0} {1} is listed here and described nowhere, so nobody knows what it takes and answers. Insert its section, or remove the row.',
            endpoint.method,
            endpoint.path,
          ),
          related: under ? [{ at: { section: under }, message: t('The endpoints are described here.') }] : [],
          slot,
          data: { endpoint, slot, under },
        });
      }
      // A row that names several paths, or none, may mean any of them.
      if (hasOtherRows) continue;
      for (const endpoint of described) {
        const { method, path, section } = endpoint;
        if (listed.some((other) => isSameEndpoint(other, endpoint))) continue;
        report({
          at: { section },
          message: t(
            '{0} {1} is described here and missing from the overview, where readers look for it. Add its row, or remove the section.',
            method,
            path,
          ),
          related: [
            { at: { content: 'tables', index: listed[0]!.table }, message: t('This is the overview.') },
          ],
          slot,
          data: { endpoint: undefined, slot, under },
        });
      }
    }
  },
  fixes({ spec }, { endpoint, slot, under }) {
    if (!endpoint) return [];
    const title = `${endpoint.method} ${endpoint.path}`;
    // The first line is the heading, in which the template has placeholders for both.
    const text = slot.text.replace(/^(#+[ \t]+)[^\r\n]*/u, (_line, marks: string) => marks + title);
    const edit = insertSection(spec, slot, under, { text });
    return edit ? [{ title: t('Insert the section "{0}"', title), edits: [edit] }] : [];
  },
});
