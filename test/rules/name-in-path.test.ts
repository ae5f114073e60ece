import { expect, test } from 'vitest';
import { nameInPath } from '../../server/src/rules/engine/name-in-path';

test.each([
  ['parcel-tracking.md', 'Parcel tracking'],
  ['docs/specs/0007_Parcel_Tracking.spec.md', 'Parcel Tracking'],
  ['C:\\specs\\2026-11-03 SMS gateway (draft).markdown', 'SMS gateway'],
  ['TS-2026-014-oauth2-login.md', 'Oauth2 login'],
  ['spec-for-parcel-tracking-v2.md', 'Parcel tracking'],
  ['bücher-suche.md', 'Bücher suche'],
])('%j names %j', (path, name) => expect(nameInPath(path)).toBe(name));

test.each([
  'spec.md',
  'docs/parcels/README.md',
  'technical-specification.md',
  'TS-2026-014.md',
  'new feature.md',
  '1.md',
  '',
])('%j names nothing', (path) => expect(nameInPath(path)).toBeUndefined());
