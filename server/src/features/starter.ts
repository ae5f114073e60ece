import { applyEdits } from '../text/edit';
import type { Schema } from '../template/schema';
import { filledValues, type StarterValues } from './snippet';

/** The Markdown of a new spec with what is known filled in. */
export function starterFor(schema: Schema, values: StarterValues): string {
  return applyEdits(schema.starter, filledValues(schema.starter, values));
}
