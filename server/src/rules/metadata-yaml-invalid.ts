import { t } from '@vscode/l10n';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<undefined>({
  id: 'metadata-yaml-invalid',
  severity: { draft: 'error', review: 'error', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'The front matter is not YAML.',
    why: 'No tool can read the metadata, and a site generator may refuse the whole page.',
    remedy: 'Correct it where the message points; text with ": " or "#" in it needs quotes.',
  },
  check({ shape }, report) {
    for (const { message, span } of shape.yamlFaults) {
      const fault = message.replace(/\.?$/u, '');
      report({
        at: { yaml: span },
        message: t(
          'The front matter cannot be read from here on: {0}. No tool sees the metadata until that is mended; text with ": " or "#" in it needs quotes.',
          fault,
        ),
        data: undefined,
      });
    }
  },
});
