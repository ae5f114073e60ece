import { t } from '@vscode/l10n';
import { revisionTables } from '../../../rules/engine/revision-table';
import { compareVersions } from '../../../template/version';
import type { Spec } from '../../../workspace/spec';
import { nextVersions, type VersionStep } from '../../next-versions';
import type { Value, ValueReader } from './asked';

const VERSION = /^(v?)(\d+)\.(\d+)(?:\.(\d+))?/iu;

/** The next versions of the document, and the newest of its revisions where that is another. */
export const versions: ValueReader = ({ spec }, { isVersion, value, placeholder }) => {
  if (!isVersion) return [];
  const newest = newestRevision(spec);
  const current = VERSION.test(value) ? value : newest;
  if (current === undefined) return firstVersions(placeholder);
  const revision: Value[] =
    newest !== undefined && newest !== value
      ? [{ value: newest, kind: 'value', detail: t('newest revision') }]
      : [];
  return [...revision, ...versionsAfter(current)];
};

/** The versions that may follow one, written as it is. */
export function versionsAfter(version: string): Value[] {
  const [, mark = ''] = VERSION.exec(version) ?? [];
  const numbers = numbersIn(version);
  return nextVersions(numbers)
    .filter((next) => next.version.split('.').length === numbers.length)
    .map(({ step, version: next }) => ({ value: mark + next, kind: 'value', detail: detailOf(step) }));
}

/** The highest version among the revisions of a document. */
export function newestRevision({ model, alignment }: Spec): string | undefined {
  const written = revisionTables(model.content, alignment).flatMap(({ rows, version }) =>
    rows.map(({ row }) => row.cells[version]?.text ?? '').filter((text) => VERSION.test(text)),
  );
  return written.sort((a, b) => compareVersions(numbersIn(b), numbersIn(a)))[0];
}

function firstVersions(placeholder: string): Value[] {
  const end = /\d+\.\d+\.\d+|[XN]\.[YN]\.[ZN]/iu.test(placeholder) ? '.0' : '';
  const mark = /^\[?v/iu.test(placeholder) && !/^\[?version/iu.test(placeholder) ? 'v' : '';
  return [
    { value: `${mark}0.1${end}`, kind: 'value', detail: t('a first draft') },
    { value: `${mark}1.0${end}`, kind: 'value', detail: t('a first version') },
  ];
}

function numbersIn(version: string): number[] {
  const [, , ...parts] = VERSION.exec(version) ?? [];
  return parts.filter((part) => part !== undefined).map(Number);
}

function detailOf(step: VersionStep): string {
  if (step === 'patch') return t('next patch');
  return step === 'minor' ? t('next minor') : t('next major');
}
