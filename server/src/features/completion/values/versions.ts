import { revisionTables } from '../../../rules/engine/revision-table';
import type { Spec } from '../../../workspace/spec';
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
      ? [{ value: newest, kind: 'value', detail: 'newest revision' }]
      : [];
  return [...revision, ...nextVersions(current)];
};

/** The versions that may follow one, written as it is. */
export function nextVersions(version: string): Value[] {
  const [, mark = '', major, minor, patch] = VERSION.exec(version) ?? [];
  if (major === undefined || minor === undefined) return [];
  const [x, y] = [Number(major), Number(minor)];
  const end = patch === undefined ? '' : '.0';
  const found = [
    ...(patch === undefined
      ? []
      : [{ value: `${mark}${x}.${y}.${Number(patch) + 1}`, detail: 'next patch' }]),
    { value: `${mark}${x}.${y + 1}${end}`, detail: 'next minor' },
    { value: `${mark}${x + 1}.0${end}`, detail: 'next major' },
  ];
  return found.map((each) => ({ ...each, kind: 'value' }));
}

/** The highest version among the revisions of a document. */
export function newestRevision({ model, alignment }: Spec): string | undefined {
  const written = revisionTables(model.content, alignment).flatMap(({ rows, version }) =>
    rows.map(({ row }) => row.cells[version]?.text ?? '').filter((text) => VERSION.test(text)),
  );
  return written.sort((a, b) => compare(b, a))[0];
}

function firstVersions(placeholder: string): Value[] {
  const end = /\d+\.\d+\.\d+|[XN]\.[YN]\.[ZN]/iu.test(placeholder) ? '.0' : '';
  const mark = /^\[?v/iu.test(placeholder) && !/^\[?version/iu.test(placeholder) ? 'v' : '';
  return [
    { value: `${mark}0.1${end}`, kind: 'value', detail: 'a first draft' },
    { value: `${mark}1.0${end}`, kind: 'value', detail: 'a first version' },
  ];
}

function compare(a: string, b: string): number {
  const parts = (version: string) =>
    VERSION.exec(version)!
      .slice(2)
      .map((part) => Number(part ?? 0));
  const [left, right] = [parts(a), parts(b)];
  return left.map((part, i) => part - right[i]!).find((difference) => difference !== 0) ?? 0;
}
