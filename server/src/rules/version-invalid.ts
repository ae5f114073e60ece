import { t } from '@vscode/l10n';
import type { Field } from '../model/document-shape';
import { fieldFor } from '../template/phase';
import { firstLineOf } from '../text/line';
import { defineDocumentRule } from './engine/rule';
import { isUnfilled } from './engine/unfilled';
import { valueLine } from './engine/value-line';

/** With a suffix as in Semantic Versioning 2.0.0; a remark may follow. */
const VERSION = /^\d+\.\d+(?:\.\d+)?(?:[-+][\p{L}\p{N}][\p{L}\p{N}.+-]*)?(?=$|[\s,;:()[\]–—|])/u;
/** Forms that mean one version only: `v1.2`, `Version 1.2`, `1,2`, `1`, `1.2.`; a remark may follow. */
const LOOSE =
  /^(?:v(?:ersion|er)?\.?\s*)?(\d{1,3})(?:[.,](\d{1,3})(?:\.(\d{1,3})(?:-[\p{L}\p{N}.-]+)?)?)?\.?(?=$|[\s;()–—])/iu;

export default defineDocumentRule<{ field: Field; written: string; version: string | undefined }>({
  id: 'version-invalid',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  docs: {
    what: 'A version is not written as X.Y or X.Y.Z. A suffix, as in 1.2.0-rc.1, and a remark behind it are allowed.',
    why: 'Versions in one form can be compared, sorted and found in the revision history.',
    remedy: 'Write two or three numbers with dots: 1.2.',
  },
  check({ shape, schema }, report) {
    for (const spec of schema.fields.filter(({ kind }) => kind === 'version')) {
      const field = fieldFor(shape, spec);
      const value = firstLineOf(field?.value ?? '');
      if (
        !field ||
        field.value === spec.placeholder ||
        isUnfilled(value) ||
        isVersion(value, spec.placeholder)
      )
        continue;
      const [written, version] = readVersion(value);
      report({
        at: { field, part: 'value' },
        message: version
          ? t(
              '"{0}" is no version in the form X.Y or X.Y.Z, so it cannot be compared with others. Write {1}.',
              value,
              version,
            )
          : t(
              '"{0}" is no version in the form X.Y or X.Y.Z, so it cannot be compared with others. Write two or three numbers with dots.',
              value,
            ),
        data: { field, written, version },
      });
    }
  },
  fixes({ spec }, { field, written, version }) {
    if (!version) return [];
    const { start } = valueLine(spec.model, field);
    return [
      {
        title: t('Write the version as {0}', version),
        edits: [{ span: { start, end: start + written.length }, newText: version }],
      },
    ];
  },
});

/** A template that writes `[v1.0]` has its documents do the same. */
function isVersion(value: string, placeholder: string): boolean {
  return VERSION.test(/^\[?v\d/iu.test(placeholder) ? value.replace(/^v(?=\d)/iu, '') : value);
}

/** What is written for the version, and the version as it should be. */
function readVersion(value: string): [written: string, version: string | undefined] {
  const match = LOOSE.exec(value);
  if (!match) return ['', undefined];
  const [written, major, minor = '0'] = match;
  const rest = /\.\d+(?:-[\p{L}\p{N}.-]+)?$/u.exec(written);
  return [written, `${major}.${minor}${match[3] === undefined ? '' : rest![0]}`];
}
