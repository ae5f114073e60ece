import type { Code } from 'mdast';
import { shiftSpan } from '../../text/span';
import { nodeSpan } from '../inline-source';
import type { FieldFact } from './field';
import { readFrontMatter } from './front-matter';

const FENCE = /^(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|\n|\r)/u;

/** The top keys of a ```` ```yaml ```` fence. Anywhere but in a section of metadata it is an example of something. */
export function readYamlFence(code: Code, source: string): FieldFact[] {
  if (!/^ya?ml$/iu.test(code.lang ?? '')) return [];
  const { start, end } = nodeSpan(code);
  const opening = FENCE.exec(source.slice(start, end));
  if (!opening) return [];
  const from = start + opening[0].length;
  const yaml = source.slice(from, end).replace(/(?<=^|[\r\n])[ \t]*(?:`{3,}|~{3,})[ \t]*$/u, '');
  return readFrontMatter(yaml).fields.map((field) => ({
    ...field,
    dialect: 'yaml-fence',
    isCertain: false,
    valueSpan: shiftSpan(field.valueSpan, from),
    span: shiftSpan(field.span, from),
  }));
}
