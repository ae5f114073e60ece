import { t } from '@vscode/l10n';
import type { Field } from '../../model/document-shape';
import { isYamlDialect } from '../../model/metadata/field';
import { partingOf } from '../../rules/engine/field-parting';
import { insertFirstField } from '../../rules/engine/insert-first-field';
import { isFlowMap } from '../../rules/engine/flow-map';
import { placeholderIn, writtenLike } from '../../rules/engine/written-like';
import { yamlText } from '../../rules/engine/yaml-text';
import { AUTHOR } from '../../rules/engine/author-name';
import { fieldFor } from '../../template/phase';
import type { FieldSpec } from '../../template/schema';
import { isOwnId } from '../../template/spec-id';
import type { TextEdit } from '../../text/edit';
import { lineEnd, lineStart } from '../../text/line';
import { escapeMarkdown } from '../escape-markdown';
import type { Completion, CompletionSource } from './completion';
import type { Cursor } from './cursor';
import { isInMetadata } from './field-line';
import { valuesFor } from './values/values-for';

/** What of a field may be on the line: marks and the beginning of a name. */
const TYPED = /^([\s>]*)((?:[|*+-][ \t]*)?(?:\*\*|__)?)([\p{L}\p{N} _-]*)$/u;
const REST = /^[\s*_|:]*$/u;

/** The fields of the template that the document does not have, written as those beside the cursor. */
export const fieldNames: CompletionSource = { triggers: '|-', offer };

function offer(cursor: Cursor): Completion[] {
  const { before, after, line } = cursor;
  const [, indent = '', marks = '', words = ''] = TYPED.exec(before) ?? [];
  if (!TYPED.test(before) || !REST.test(after) || !isInMetadata(cursor)) return [];
  const { schema, model } = cursor.bare;
  const neighbour = neighbourOf(cursor);
  if (!cursor.isOnDemand && (!neighbour || words !== '' || marks.trim() !== cursor.request.trigger))
    return [];
  if (!cursor.isOnDemand && neighbour?.dialect !== (cursor.request.trigger === '|' ? 'table' : 'list'))
    return [];
  if (marks.trim() === '' && words !== '' && !startsName(cursor, neighbour, words)) return [];
  const missing = schema.fields.filter((spec) => !fieldFor(model.shape, spec));
  return missing.flatMap((spec): Completion[] => {
    const written = writtenHere(cursor, neighbour, spec);
    if (written === undefined) return [];
    const { text, stop } = filledIn(cursor, spec, written);
    const source = placeholderIn(spec.dialect, spec);
    return [
      {
        label: spec.name,
        kind: 'field',
        detail: spec.required ? t('required') : undefined,
        documentation: () => (source === '' ? '' : t('Asked for: {0}', escapeMarkdown(source))),
        span: { start: line.start + indent.length, end: line.end },
        filter: marks + spec.name,
        text,
        stops: stop ? [stop] : [],
        also: neighbour ? breakAbove(cursor, neighbour) : [],
      },
    ];
  });
}

/** The field on the line above or below; undefined where there is none. */
function neighbourOf({ bare: { model }, line }: Cursor): Field | undefined {
  const { text } = model.tree;
  const { fields } = model.shape;
  const isAbove = (field: Field) => {
    const { end } = model.fieldSpan(field);
    return end <= line.start && /^[^\r\n]*(?:\r\n|\n|\r)$/u.test(text.slice(end, line.start));
  };
  const isBelow = (field: Field) => {
    const { start } = model.fieldSpan(field);
    return start >= line.start && /^(?:\r\n|\n|\r)[\s|>*+-]*$/u.test(text.slice(line.start, start));
  };
  return fields.findLast(isAbove) ?? fields.find(isBelow);
}

/** Whether words without a mark begin a name where names stand without one. */
function startsName(
  { spec: { schema }, place }: Cursor,
  neighbour: Field | undefined,
  words: string,
): boolean {
  if (place === 'front-matter') return true;
  const typed = words.toLowerCase();
  const isName = schema.fields.some(({ name }) => name.toLowerCase().startsWith(typed));
  return neighbour !== undefined && isName;
}

function writtenHere(cursor: Cursor, neighbour: Field | undefined, spec: FieldSpec): string | undefined {
  const { bare, place } = cursor;
  const { text } = bare.model.tree;
  if (place === 'front-matter') {
    if (isFlowMap(bare.model.tree.frontMatter?.yaml ?? '')) return undefined;
    if (!neighbour)
      return `${spec.name.toLowerCase().replace(/\s+/gu, '_')}: ${yamlText(placeholderIn('front-matter', spec))}`;
  } else if (neighbour && isYamlDialect(neighbour.dialect)) return undefined;
  if (neighbour) {
    const { start } = bare.model.fieldSpan(neighbour);
    const from = lineStart(text, start);
    return writtenLike(text.slice(from, lineEnd(text, start)), neighbour, spec)?.replace(/^[\s>]+/u, '');
  }
  // The first field of all, in a document that has nothing below its title yet.
  if (bare.model.shape.fields.length > 0 || !cursor.isBlankLine || hasWordsAbove(cursor)) return undefined;
  return spec.inSection || spec.dialect === 'front-matter'
    ? undefined
    : insertFirstField(bare, spec)?.newText.trim();
}

function hasWordsAbove({ bare: { model, alignment }, line }: Cursor): boolean {
  const start = alignment.title ? model.headingSpan(alignment.title).end : model.tree.bodyStart;
  return start > line.start || model.tree.slice(start, line.start).trim() !== '';
}

/** The line with what is known in the place of its placeholder, which is the place to go to. */
function filledIn(cursor: Cursor, spec: FieldSpec, written: string) {
  const dialect = cursor.place === 'front-matter' ? 'front-matter' : spec.dialect;
  const candidates = [yamlText(spec.placeholder), placeholderIn('table', spec), placeholderIn(dialect, spec)];
  const source = candidates.find((each) => each !== '' && written.includes(each));
  if (source === undefined) return { text: written, stop: undefined };
  const start = written.lastIndexOf(source);
  const known = knownValue(cursor, spec);
  const value = known ?? source;
  const { choices } = spec;
  return {
    text: written.slice(0, start) + value + written.slice(start + source.length),
    stop: { span: { start, end: start + value.length }, choices: choices && [source, ...choices] },
  };
}

/** Today, who is writing, the next id: what needs no thinking. */
function knownValue(cursor: Cursor, spec: FieldSpec): string | undefined {
  const asked = {
    folded: spec.folded,
    choices: spec.choices,
    isDate: spec.kind === 'date',
    isVersion: false,
    isOwnId: isOwnId(spec),
    placeholder: spec.placeholder,
    value: '',
  };
  if (spec.kind !== 'date' && !asked.isOwnId && !AUTHOR.test(spec.folded)) return undefined;
  const [first] = valuesFor(cursor, asked);
  return first?.kind === 'person' && first.value !== cursor.request.author ? undefined : first?.value;
}

/** The hard break that the line above needs so as not to run into this one. */
function breakAbove({ bare: { model }, line }: Cursor, neighbour: Field): TextEdit[] {
  const { text } = model.tree;
  const { start, end } = model.fieldSpan(neighbour);
  if (start > line.start || (neighbour.dialect !== 'bold-line' && neighbour.dialect !== 'plain-line'))
    return [];
  const at = lineEnd(text, end);
  const parting = partingOf(model, neighbour, text.slice(lineStart(text, start), at)).replace(
    /[\r\n]+/gu,
    '',
  );
  return parting === '' ? [] : [{ span: { start: at, end: at }, newText: parting }];
}
