import { expect } from 'vitest';
import { align } from '../../server/src/template/align';
import type { Schema } from '../../server/src/template/schema';
import { withEol } from '../../server/src/text/line';
import { specOf } from './check-text';
import { outlined } from './outlined';

/** All that the alignment of an outline finds, one line each, whatever its line endings. */
export function findings(headings: string, by: Schema): string[] {
  const text = outlined(headings);
  const [lf, crlf] = [text, withEol(text, '\r\n')].map((source) => {
    const { shape } = specOf(source, by).model;
    const { shift, missing, misplaced, parents, wrongLevels, nearMisses } = align(shape.sections, by);
    const at = ({ title, ordinal }: { title: string; ordinal: number }) => `${title} (${ordinal})`;
    return [
      ...(shift === 0 ? [] : [`shifted by ${shift}`]),
      ...missing.map(({ slot, under }) => `missing ${slot.title}${under ? ` under ${at(under)}` : ''}`),
      ...misplaced.map(({ section, under }) => {
        const isElsewhere = under !== parents[section.ordinal];
        return `misplaced ${at(section)}${isElsewhere ? `, from ${at(under!)}` : ''}`;
      }),
      ...wrongLevels.map(({ section, expected }) => `level ${expected} for ${at(section)}`),
      ...nearMisses.map(({ section, slot }) => `${at(section)} for ${slot.title}`),
    ];
  });
  expect(crlf).toEqual(lf);
  return lf!;
}
