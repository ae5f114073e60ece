import { isOwnId } from '../../template/spec-id';
import { namesPeople } from '../../workspace/index/seen';
import type { Completion, CompletionSource } from './completion';
import type { Cursor } from './cursor';
import { fieldLineAt } from './field-line';
import { asCompletions, type ValuePlace } from './typed-value';
import { valuesFor } from './values/values-for';

/** The values that fit the field of metadata in which the cursor is. */
export const fieldValues: CompletionSource = { triggers: ':|[-', offer };

function offer(cursor: Cursor): Completion[] {
  const line = fieldLineAt(cursor);
  if (!line) return [];
  const { field } = line;
  const isForPeople = !field.choices && namesPeople(field.folded);
  const place = isForPeople ? lastOfSeveral(line.place) : line.place;
  const values = valuesFor(cursor, {
    folded: field.folded,
    choices: field.choices,
    isDate: field.kind === 'date',
    isVersion: field.kind === 'version',
    isOwnId: isOwnId(field),
    placeholder: field.placeholder,
    value: place.present,
  });
  const fitting = cursor.isOnDemand ? values : values.filter(({ value }) => fits(cursor, place, value));
  return asCompletions(place, fitting);
}

/** Whether a value goes on with what was typed: right behind the label, or with a mark that the value has. */
function fits({ request: { trigger } }: Cursor, { typed, present }: ValuePlace, value: string): boolean {
  return trigger === ':' || trigger === '|'
    ? present === ''
    : value.toLowerCase().startsWith(typed.toLowerCase());
}

/** The place of the last name of several. */
function lastOfSeveral(place: ValuePlace): ValuePlace {
  const others = /^.*(?:[,;&]|\band\b)[ \t]*/u.exec(place.typed)?.[0].length ?? 0;
  const span = { start: place.span.start + others, end: place.span.end };
  return { ...place, span, typed: place.typed.slice(others), present: place.present.slice(others) };
}
