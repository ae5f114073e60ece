import GithubSlugger, { slug } from 'github-slugger';
import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';

/**
 * Whether a link leads to one of several sections of one title, told apart by their order alone (`#interface-1`), of which some
 * are to move and others not.
 */
export function linksTellByOrder(model: DocumentModel, moved: readonly Section[]): boolean {
  const linked = new Set(
    model.content.links.flatMap(({ fact: { url } }) => (url.startsWith('#') ? [url.slice(1)] : [])),
  );
  if (linked.size === 0) return false;
  const names = new Set(moved.map(({ title }) => slug(title)));
  const slugger = new GithubSlugger();
  const alike = new Map<string, { isLinked: boolean; isLeft: boolean }>();
  for (const section of model.shape.sections) {
    const own = slugger.slug(section.title);
    const name = slug(section.title);
    if (!names.has(name)) continue;
    const known = alike.get(name) ?? { isLinked: false, isLeft: false };
    known.isLinked ||= linked.has(own);
    known.isLeft ||= !moved.includes(section);
    alike.set(name, known);
  }
  return [...alike.values()].some(({ isLinked, isLeft }) => isLinked && isLeft);
}

/** Whether a link leads to one of several sections of one title, and would lead to another were their order to change. */
export function linksToRepeated(model: DocumentModel): boolean {
  const linked = new Set(
    model.content.links.flatMap(({ fact: { url } }) => (url.startsWith('#') ? [url.slice(1)] : [])),
  );
  if (linked.size === 0) return false;
  const slugger = new GithubSlugger();
  const own = model.shape.sections.map(({ title }) => ({ name: slug(title), anchor: slugger.slug(title) }));
  const times = new Map<string, number>();
  for (const { name } of own) times.set(name, (times.get(name) ?? 0) + 1);
  return own.some(({ name, anchor }) => times.get(name)! > 1 && linked.has(anchor));
}
