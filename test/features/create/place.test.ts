import { describe, expect, test } from 'vitest';
import {
  placeFor,
  templateOfTitles,
  type Neighbour,
  type PlaceRequest,
} from '../../../server/src/features/create/place';
import { BUILTINS } from '../../support/check-text';

const system = (...paths: string[]): Neighbour[] => paths.map((path) => ({ path, template: 'system' }));
const place = (request: Partial<PlaceRequest> = {}) =>
  placeFor({
    template: 'system',
    title: 'Parcel Tracking',
    neighbours: [],
    associations: {},
    existing: [],
    ...request,
  });

describe('the folder of a new spec', () => {
  test.each<[string, Partial<PlaceRequest>, string]>([
    ['the workspace folder where nothing is known', {}, 'parcel-tracking.md'],
    ['a usual folder that is there', { existing: ['docs', 'specs'] }, 'specs/parcel-tracking.md'],
    [
      'where most specs of its template are',
      { neighbours: system('a/x.md', 'b/y.md', 'b/z.md'), existing: ['docs'] },
      'b/parcel-tracking.md',
    ],
    [
      'where the specs of other templates are, should it be the first of its own',
      {
        neighbours: [
          { path: 'design/x.md', template: 'agent' },
          { path: 'x.md', template: undefined },
        ],
      },
      'design/parcel-tracking.md',
    ],
    [
      'the one that the settings have for its template',
      { associations: { 'x/*.md': 'agent', 'rfcs/**/*.md': 'system' }, neighbours: system('a/x.md') },
      'rfcs/parcel-tracking.md',
    ],
    [
      'not a file that the settings name',
      { associations: { 'docs/plan.md': 'system' } },
      'parcel-tracking.md',
    ],
    [
      'the one that was asked for',
      { folder: 'here/too', neighbours: system('a/x.md') },
      'here/too/parcel-tracking.md',
    ],
    ['the workspace folder, asked for', { folder: '', neighbours: system('a/x.md') }, 'parcel-tracking.md'],
  ])('is %s', (_, request, expected) => {
    expect(place(request)).toBe(expected);
  });
});

describe('the name of a new spec', () => {
  test.each([
    ['Parcel Tracking & Co', 'parcel-tracking-co.md'],
    ['  C++: how?  ', 'c-how.md'],
    ['配送の追跡', '配送の追跡.md'],
    ['???', 'spec.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['Read/write split', 'read-write-split.md'],
    ['CON', 'con-spec.md'],
  ])('of %j is %j', (title, expected) => {
    expect(place({ title })).toBe(expected);
  });

  test('goes on with the numbers of those beside it', () => {
    expect(place({ neighbours: system('rfc/0007-a.md', 'rfc/0012-b.md', 'rfc/index.md') })).toBe(
      'rfc/0013-parcel-tracking.md',
    );
    expect(place({ neighbours: system('rfc/0007-a.md', 'rfc/b.md', 'rfc/c.md') })).toBe(
      'rfc/parcel-tracking.md',
    );
  });
});

test('the template of a file is told by its titles', () => {
  for (const schema of BUILTINS) {
    const titles = ['Parcels', ...schema.allSlots.map(({ title }) => title)];
    expect(templateOfTitles(titles, BUILTINS)).toBe(schema.id);
  }
  expect(templateOfTitles(['Tool', 'Install', 'Usage', 'License'], BUILTINS)).toBeUndefined();
  expect(templateOfTitles([], BUILTINS)).toBeUndefined();
});
