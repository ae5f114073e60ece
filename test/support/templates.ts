import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BUILTIN_TEMPLATES } from '../../server/src/workspace/builtin-templates';
import { corpora, listShared, readShared, ROOT } from './shared';

/** A template by its name in the tests. */
export interface NamedTemplate {
  readonly name: string;
  readonly text: string;
}

const fixtures = path.join(ROOT, 'test/fixtures/templates');

/** Every template there is: built in, in the fixtures and, where they are at hand, the sources and those of the corpora. */
export const TEMPLATES: readonly NamedTemplate[] = [
  ...BUILTIN_TEMPLATES.map(({ id, text }) => ({ name: `templates/${id}.md`, text })),
  ...readdirSync(fixtures).map((file) => ({
    name: `fixtures/${file}`,
    text: readFileSync(path.join(fixtures, file), 'utf8'),
  })),
  ...listShared('seeds').map((file) => ({ name: `seeds/${file}`, text: readShared('seeds', file) })),
  ...corpora.map((name) => ({ name: `corpus/${name}`, text: readShared('corpus', name, 'template.md') })),
];
