import { t } from '@vscode/l10n';
import { parseChoices } from '../../model/choices';
import { templatePlaceholder } from '../../rules/engine/template-placeholder';
import { isAt, shiftSpan } from '../../text/span';
import { sectionAtOffset } from '../../model/section-at';
import type { Hover, HoverContext } from './hover-context';
import { listed, sentence, type HoverBlock, type Inline } from './hover-text';

/** A placeholder of the template: what is to be written in its place. */
export function hoverPlaceholder({ spec, offset }: HoverContext): Hover | undefined {
  const { model, schema, alignment } = spec;
  const chunk = model.tree.chunkAt(offset);
  const base = model.tree.chunkStart(chunk);
  const fact = model.facts(chunk).placeholders.find(({ span }) => isAt(shiftSpan(span, base), offset));
  if (!fact) return undefined;
  const ordinal = sectionAtOffset(model, base + fact.span.start)?.ordinal ?? -1;
  const asked = templatePlaceholder(fact, {
    schema,
    slot: alignment.slots[ordinal],
    inMetadata: ordinal < model.metadataEnd,
  });
  return asked === undefined ? undefined : { span: shiftSpan(fact.span, base), blocks: [askedFor(asked)] };
}

/** What a placeholder asks, in its own words; of a list to choose from, the values. */
export function askedFor(words: string): HoverBlock {
  const choices = parseChoices(words);
  if (choices) return oneOf(choices);
  const plain = words.trim().replace(/^\[([^[\]]*)\]$/u, '$1');
  return [{ bold: t('Asked for:') }, ` ${plain}`];
}

/** The values to choose from. */
export function oneOf(choices: readonly string[]): Inline[] {
  return [{ bold: t('One of:') }, ' ', ...listed(choices.map((code) => ({ code })))];
}

/** How a date is to be written. */
export function dateForm(): Inline[] {
  return sentence(t('A date, written {0}.'), { code: 'YYYY-MM-DD' });
}
