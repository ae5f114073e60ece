import { t } from '@vscode/l10n';
import { defineDocumentRule } from './engine/rule';
import { securityWavedAway } from './engine/security';

export default defineDocumentRule<undefined>({
  id: 'security-empty',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'The section on security, with all in it, is waved away in a word: "N/A", "none", "no security impact". An empty one is reported by `empty-section`, a missing one by `missing-section`.',
    why: 'Nobody can tell whether somebody has thought about security and found nothing, or has not thought about it.',
    remedy: 'Say what protects the system, or why nothing has to: "None: it handles public data only".',
  },
  check(context, report) {
    for (const { section, slot } of securityWavedAway(context)) {
      report({
        at: { section },
        message: t(
          '"{0}" is waved away without a reason, so nobody can tell whether it was thought about. Say what protects the system, or why nothing has to: "None: it handles public data only".',
          section.title,
        ),
        slot,
        data: undefined,
      });
    }
  },
});
