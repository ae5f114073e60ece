import type { DocumentModel } from '../../model/document-model';
import { AUTHOR } from '../../rules/engine/author-name';
import { readIdPattern } from '../../template/id-pattern';
import type { Schema } from '../../template/schema';
import { isOwnId } from '../../template/spec-id';
import type { TextEdit } from '../../text/edit';
import { overlap, type Span } from '../../text/span';
import { namesPeople } from '../../workspace/index/seen';
import { blanksOf, type Blank } from '../blanks';

/** What is known before a person writes a word. */
export interface StarterValues {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The author's name; empty where it is not known. */
  readonly author: string;
  /** What the spec is about; without it the placeholder stays. */
  readonly title?: string | undefined;
  /** The id of the spec; without it the placeholder stays. */
  readonly id?: string | undefined;
}

/** Fields that hold what the document is called. */
const TITLE =
  /^(?:(?:document|spec|specification|design|feature|project|component|system|service|proposal|rfc) )?title$|^(?:document|spec|specification|feature|project|component|system|service|proposal) name$/u;

/** The edits that fill in what is known in the title and the metadata of a text that starts as a template does. */
export function knownValues(
  schema: Pick<Schema, 'title'>,
  model: DocumentModel,
  values: StarterValues,
): TextEdit[] {
  const heading = schema.title && model.shape.sections[0];
  const span = heading && model.titleSpan(heading);
  const blanks = blanksOf(model);
  const inTitle = (blank: Blank) => span !== undefined && overlap(blank.span, span);
  const end = model.lineStart(model.metadataEnd);
  const name = blanks.find((blank) => inTitle(blank) && ownValue(blank, values) === undefined);
  const edits = blanks.flatMap((blank) => {
    const value = inTitle(blank) ? titleValue(blank) : elsewhere(blank);
    return value === undefined ? [] : [{ span: blank.span, newText: blank.write(value) }];
  });
  return [...edits, ...literalTitle(schema, model, span, values)];

  function titleValue(blank: Blank): string | undefined {
    return blank === name ? values.title : ownValue(blank, values);
  }

  function elsewhere(blank: Blank): string | undefined {
    if (blank.span.start >= end) return isTitleName(blank, name, model) ? values.title : undefined;
    const label = blank.label ?? '';
    const asksForTitle = TITLE.test(label) || (blank.text === name?.text && !namesPeople(label));
    return metadataValue(blank, values) ?? (asksForTitle ? values.title : undefined);
  }
}

/** What a blank asks for by its own words, wherever it stands. */
function ownValue({ text }: Blank, { date, id }: StarterValues): string | undefined {
  if (/YYYY-MM-DD/u.test(text)) return date;
  return readIdPattern(text) ? id : undefined;
}

function metadataValue(blank: Blank, { date, author, id }: StarterValues): string | undefined {
  const { text, label } = blank;
  if (/YYYY-MM-DD/u.test(text)) return date;
  if (label === undefined) return undefined;
  if (author !== '' && AUTHOR.test(label)) return author;
  return readIdPattern(text) && isOwnId({ folded: label, kind: 'id' }) ? id : undefined;
}

/** Whether a blank has the name of the one in the title: `{{TITLE}}` means the same everywhere, `[Name]` does not. */
function isTitleName({ text, span }: Blank, name: Blank | undefined, { tree }: DocumentModel): boolean {
  return text === name?.text && tree.slice(span.start, span.start + 2) === '{{';
}

/** A template may show a sample in the place of the title, as in `# RFC title`. */
function literalTitle(
  { title }: Pick<Schema, 'title'>,
  model: DocumentModel,
  span: Span | undefined,
  values: StarterValues,
): TextEdit[] {
  if (!span || values.title === undefined || title?.pattern.literal === undefined) return [];
  const isSample = !blanksOf(model).some((blank) => overlap(blank.span, span));
  return isSample ? [{ span, newText: values.title }] : [];
}
