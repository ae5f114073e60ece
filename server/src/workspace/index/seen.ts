import type { IdentifierFact } from '../../model/identifier';
import { foldWords } from '../../model/fold';
import { specIdField } from '../../template/spec-id';
import type { OpenDocument } from '../open-document';
import { definedBy, requirementKey } from './exports';

/** What of a document an author of another may want to write. Nothing that a rule says follows from it. */
export interface Seen {
  readonly title: string | undefined;
  /** The id that it states, as written. */
  readonly id: string | undefined;
  /** The people that its metadata names. */
  readonly people: readonly string[];
  /** The requirements that it defines, as written. */
  readonly requirements: readonly string[];
  /** The ids that it mentions and does not define, as `requirementKey` writes them. */
  readonly mentions: ReadonlySet<string>;
}

const PERSON =
  /\b(?:authors?|(?:co)?owners?|reviewers?|approvers?|approved by|reviewed by|assignees?|assigned to|dri|(?:tech(?:nical)? |team |product |engineering |project )leads?|contacts?|sponsors?|maintainers?|stakeholders?|responsible|accountable|informed|consulted|champion|prepared by|written by|editors?|deciders?|decision makers?|who)\b/u;
const FIELD =
  /^[\s>|*+-]*(?:\*\*|__)?(\p{L}[\p{L} _/-]{1,30}?)(?:\*\*|__)?\s*[:|]\s*(?:\*\*|__)?\s*(.+?)[\s|\\]*$/u;
/** Neither a placeholder nor a team's mail address, a link or a remark. */
const NAME =
  /^(?![Tt][Bb][DdAa]$|[Nn]\/?[Aa]$|[Nn]one$)[@\p{L}][\p{L}\p{M}\p{N}.'’@_ -]{1,38}[\p{L}\p{M}\p{N}.]$/u;

/** Whether a field or a column, by its folded name, holds people. */
export function namesPeople(folded: string): boolean {
  return PERSON.test(folded);
}

/** The people that a value names: `Ada Byron, Grace Hopper and Alan Turing`. */
export function peopleIn(value: string): string[] {
  if (/[[{<]|\]|https?:|\bYour Name\b/iu.test(value)) return [];
  const names = value.split(/\s*(?:[,;/&]|\band\b|\bund\b|<br\s*\/?>)\s*/iu);
  return names
    .map((name) => name.replace(/\s*\([^)]*\)\s*$|^["'`*_]+|["'`*_]+$/gu, '').trim())
    .filter((name) => NAME.test(name));
}

/** What is seen of a document that was read. */
export function seenIn({ model, spec }: Pick<OpenDocument, 'model' | 'spec'>): Seen {
  const { fields, sections } = model.shape;
  const named = fields.filter(({ folded }) => namesPeople(folded));
  const ids = model.content.identifiers.map(({ fact }) => fact);
  return {
    title: spec?.alignment.title?.title ?? sections[0]?.title,
    id: spec && specIdField(model.shape, spec.schema)?.id.id,
    people: distinct(named.flatMap(({ value }) => peopleIn(value))),
    ...requirementsAmong(ids, new Set(ids.map(requirementKey))),
  };
}

/**
 * What is seen of a document of which only the outline and the ids were read.
 * @param head its first lines
 */
export function seenInOutline(
  head: string,
  document: Pick<OpenDocument, 'model' | 'spec'> | undefined,
  { ids, mentions }: { readonly ids: readonly IdentifierFact[]; readonly mentions: ReadonlySet<string> },
): Seen {
  const people = head.split('\n').flatMap((line) => {
    const [, name, value] = FIELD.exec(line) ?? [];
    return name && namesPeople(foldWords(name)) ? peopleIn(value!) : [];
  });
  const spec = document?.spec;
  return {
    title: spec?.alignment.title?.title ?? /^# +(.+)$/mu.exec(head)?.[1]?.trim(),
    id: spec && specIdField(spec.model.shape, spec.schema)?.id.id,
    people: distinct(people),
    ...requirementsAmong(ids, mentions),
  };
}

function requirementsAmong(
  ids: readonly IdentifierFact[],
  mentions: ReadonlySet<string>,
): Pick<Seen, 'requirements' | 'mentions'> {
  const defining = ids.filter((fact) => definedBy(fact).length > 0);
  const defined = new Set(defining.flatMap(definedBy));
  return {
    requirements: distinct(defining.map(({ id }) => id)),
    mentions: new Set([...mentions].filter((key) => !defined.has(key))),
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
