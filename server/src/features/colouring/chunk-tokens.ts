import { foldWords } from '../../model/fold';
import type { TableFact } from '../../model/table';
import { namesChoice } from '../../rules/engine/choice-match';
import { isOpenCell } from '../../rules/engine/open-cell';
import { templatePlaceholder } from '../../rules/engine/template-placeholder';
import type { Slot } from '../../template/schema';
import { tableFor } from '../../template/table-spec';
import { shiftSpan, type Span } from '../../text/span';
import { definedBy } from '../../workspace/index/exports';
import type { Spec } from '../../workspace/spec';
import { sectionAtOffset } from '../../model/section-at';
import type { Token, TokenKind } from './tokens';

/** A cell with more words says something beside one of the choices. */
const MOST_WORDS = 2;

/**
 * The tokens of a chunk.
 * @param isRequirement whether ids with these letters are those of requirements
 */
export function chunkTokens(
  { model, schema, alignment }: Pick<Spec, 'model' | 'schema' | 'alignment'>,
  chunk: number,
  isRequirement: (prefix: string) => boolean,
): Token[] {
  const { placeholders, identifiers, tables, headings } = model.facts(chunk);
  if (placeholders.length === 0 && identifiers.length === 0 && tables.length === 0) return [];
  const base = model.tree.chunkStart(chunk);
  const token = (kind: TokenKind, span: Span, isDefinition = false): Token => ({
    kind,
    span: shiftSpan(span, base),
    isDefinition,
  });
  const last = sectionAtOffset(model, base + model.tree.chunks[chunk]!.text.length - 1)?.ordinal ?? -1;
  const ordinalAt = (offset: number) => last - headings.filter(({ span }) => span.start > offset).length;
  const found: Token[] = [];
  for (const fact of placeholders) {
    const ordinal = ordinalAt(fact.span.start);
    const place = { schema, slot: alignment.slots[ordinal], inMetadata: ordinal < model.metadataEnd };
    if (templatePlaceholder(fact, place) !== undefined) found.push(token('placeholder', fact.span));
  }
  for (const table of tables) {
    const slot = alignment.slots[ordinalAt(table.span.start)];
    if (slot) found.push(...choiceCells(table, slot).map((span) => token('choice', span)));
  }
  for (const fact of identifiers) {
    if (isRequirement(fact.prefix)) found.push(token('requirement', fact.span, definedBy(fact).length > 0));
  }
  return found;
}

/** The cells that hold one of the values that the template lists for their column. */
function choiceCells({ columns, rows }: TableFact, slot: Slot): Span[] {
  const specs = tableFor(slot.content.tables, columns)?.columns ?? [];
  return specs.flatMap(({ folded, choices }) => {
    const at = columns.indexOf(folded);
    if (!choices || at < 0) return [];
    return rows.flatMap(({ cells }) => {
      const cell = cells[at];
      const isChoice =
        cell !== undefined &&
        !isOpenCell(cell.text) &&
        foldWords(cell.text).split(' ').length <= MOST_WORDS &&
        namesChoice(cell.text, choices);
      return isChoice ? [cell.span] : [];
    });
  });
}
