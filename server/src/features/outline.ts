import type { Section } from '../model/section';
import type { Span } from '../text/span';
import type { Spec } from '../workspace/spec';
import { isOpen, type Draft, type OutlineEntry } from './outline/entry';
import { gapsOf, placeGhosts } from './outline/ghosts';
import { assignKeys } from './outline/keys';
import { metadataOf, type Metadata } from './outline/metadata';
import { openPlaces } from './outline/open-places';
import { sectionState } from './section-state';

/**
 * The outline of a spec: its title and its metadata, then its sections nested as in the document, with what is missing in
 * its place. What is optional and absent is no part of it. No setting of a rule changes it.
 */
export function outlineOf(spec: Spec): OutlineEntry[] {
  const { model, alignment } = spec;
  const open = openPlaces(spec);
  const metadata = metadataOf(spec, open);
  const counts = countBySection(spec, open, metadata?.fields ?? []);
  const entryOf = new Map<Section, Draft>();
  const listOf = new Map<Section, Draft[]>();
  const top: Draft[] = [];
  for (const section of model.shape.sections) {
    const entry = entryFor(section);
    entryOf.set(section, entry);
    const above = section.parent === alignment.title ? undefined : section.parent;
    const list = above ? entryOf.get(above)!.children : top;
    list.push(entry);
    listOf.set(section, list);
  }
  placeGhosts(spec, gapsOf(spec), { top, entryOf, listOf });
  if (metadata && !metadata.section && !top.some(({ kind }) => kind === 'metadata'))
    top.splice(top[0]?.kind === 'title' ? 1 : 0, 0, metadataEntry(metadata, alignment.shift));
  for (const entry of top) settle(entry);
  assignKeys(top);
  return top;

  function entryFor(section: Section): Draft {
    const slot = alignment.slots[section.ordinal];
    const isTitle = section === alignment.title;
    const isMetadata = section === metadata?.section;
    const placeholders = (counts[section.ordinal + 1] ?? 0) + (isMetadata ? metadata.open : 0);
    const state = sectionState(spec, section, placeholders);
    return {
      kind: isTitle ? 'title' : isMetadata ? 'metadata' : 'section',
      key: '',
      title: section.title,
      level: section.level,
      // A title asks for a name and no more.
      state: isTitle && state !== 'placeholders' ? 'complete' : state,
      placeholders,
      openBelow: 0,
      holdsOnly: false,
      slot,
      section,
      gap: undefined,
      children: [],
    };
  }

  /** Completes an entry by what is below it. */
  function settle(entry: Draft): void {
    for (const child of entry.children) {
      settle(child);
      entry.openBelow += child.openBelow + (isOpen(child) ? 1 : 0);
    }
    const { section, slot } = entry;
    if (!section || entry.kind !== 'section') return;
    const hasOwn = model.shape.hasContent[section.ordinal + 1] || entry.placeholders > 0;
    // With nothing in it but what is missing there, it asks for that alone, unless the template has words of its own here.
    const asksNothing = section.children.length > 0 || slot?.body.trim() === '';
    entry.holdsOnly = !hasOwn && entry.children.length > 0 && asksNothing;
    if (entry.holdsOnly) entry.state = 'complete';
    if (entry.state === 'complete' && entry.openBelow > 0) entry.state = 'partial';
  }
}

/** Metadata that has no section to stand in. */
function metadataEntry({ open, isMissing }: Metadata, shift: number): Draft {
  return {
    kind: 'metadata',
    key: '',
    title: '',
    level: Math.min(6, 2 + shift),
    state: isMissing ? 'missing' : open > 0 ? 'placeholders' : 'complete',
    placeholders: isMissing ? 0 : open,
    openBelow: 0,
    holdsOnly: false,
    slot: undefined,
    section: undefined,
    gap: undefined,
    children: [],
  };
}

/** How many open places there are before the first heading, then in each section, those in fields left out. */
function countBySection({ model }: Spec, open: readonly Span[], fields: readonly Span[]): number[] {
  const counts: number[] = new Array<number>(model.shape.sections.length + 1).fill(0);
  let ordinal = -1;
  for (const { start } of open) {
    if (fields.some((field) => start >= field.start && start < field.end)) continue;
    while (ordinal + 1 < model.shape.sections.length && model.lineStart(ordinal + 1) <= start) ordinal += 1;
    counts[ordinal + 1]! += 1;
  }
  return counts;
}
