import type { Cursor } from '../cursor';
import type { Asked, Value, ValueReader } from './asked';
import { choices } from './choices';
import { dates } from './dates';
import { documents } from './documents';
import { ownIds } from './own-ids';
import { people } from './people';
import { versions } from './versions';

const READERS: readonly ValueReader[] = [choices, dates, versions, ownIds, people, documents];

/** The values that fit a field or a cell, the likeliest first. */
export function valuesFor(cursor: Cursor, asked: Asked): Value[] {
  return READERS.flatMap((read) => read(cursor, asked));
}
