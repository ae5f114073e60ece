import { parse, stringify } from 'devalue';
import { CONVENTIONS } from '../model/placeholders/read-placeholders';
import type { PlaceholderConvention } from '../model/placeholders/convention';
import type { Schema } from './schema';

/** Schemas as text, for a bundle to hold them compiled. */
export function serializeSchemas(schemas: readonly Schema[]): string {
  return stringify(schemas, {
    Convention: (value: unknown) => CONVENTIONS.find((convention) => convention === value)?.id,
  });
}

/** @param text what `serializeSchemas` of the same version made */
export function deserializeSchemas(text: string): Schema[] {
  const conventions = new Map(CONVENTIONS.map((convention) => [convention.id, convention]));
  return parse(text, { Convention: (id: string): PlaceholderConvention => conventions.get(id)! }) as Schema[];
}
