import type { Section } from '../../../model/section';
import { align, type Alignment } from '../../../template/align';
import { mayRepeat } from '../../../template/candidates';
import type { Schema, Slot } from '../../../template/schema';
import type { Spec } from '../../../workspace/spec';

/** A section in its new place. */
export interface OutlineNode {
  /** The section of the document; undefined for one that the template has above others, and the document has not. */
  readonly section: Section | undefined;
  readonly slot: Slot | undefined;
  /** 1 to 6. */
  readonly level: number;
  readonly children: OutlineNode[];
}

/** The sections of a document as another template has them. */
export interface NewOutline {
  /** The title, which stays where it is. */
  readonly title: Section | undefined;
  /** What stays at the top whatever the template: a section of metadata. */
  readonly first: readonly OutlineNode[];
  /** What has a place in the template, in its order. */
  readonly placed: readonly OutlineNode[];
  /** What has none, in the order of the document. */
  readonly unplaced: readonly OutlineNode[];
}

/**
 * Gives each section its place in a template: by its title or an alias, or one that resembles it; a subsection without a place
 * stays in the section that it is in.
 */
export function newOutline({ model, alignment: old }: Spec, schema: Schema): NewOutline {
  const { sections } = model.shape;
  const alignment = align(sections, schema);
  const title = alignment.title ?? old.title;
  const slots = slotsOf(alignment, old, title);
  const homes = new Map(alignment.misplaced.map(({ section, under }) => [section, under]));
  const nodes = new Map<Section, OutlineNode>();
  const added = new Map<Slot, OutlineNode>();
  const top = Math.min(6, ...schema.slots.map(({ level }) => level));
  const roots: { first: OutlineNode[]; placed: OutlineNode[]; unplaced: OutlineNode[] } = {
    first: [],
    placed: [],
    unplaced: [],
  };
  // Those with a place first, so that what has none finds the section that it is in.
  for (const section of sections) if (slots.get(section)) nodeOf(section);
  for (const section of sections) if (section !== title) nodeOf(section);
  const order = (list: OutlineNode[]) => (schema.orderIsFree ? inTurn(list) : inTemplateOrder(list));
  const ordered = (list: OutlineNode[]): OutlineNode[] => {
    const result = order(list);
    for (const node of result) node.children.splice(0, node.children.length, ...ordered(node.children));
    return result;
  };
  return {
    title,
    first: ordered(roots.first),
    placed: ordered(roots.placed),
    unplaced: roots.unplaced.map((node) => ({ ...node, children: ordered(node.children) })),
  };

  function nodeOf(section: Section): OutlineNode {
    const known = nodes.get(section);
    if (known) return known;
    const slot = slots.get(section);
    const above = slot ? placeOf(section, slot) : ownPlace(section);
    const level = slot ? slot.level : levelBelow(section, above);
    const node: OutlineNode = { section, slot, level: Math.min(6, Math.max(1, level)), children: [] };
    nodes.set(section, node);
    (above?.children ?? rootFor(section, slot)).push(node);
    return node;
  }

  function rootFor({ ordinal }: Section, slot: Slot | undefined): OutlineNode[] {
    if (slot) return roots.placed;
    return ordinal < model.metadataEnd ? roots.first : roots.unplaced;
  }

  function ownPlace({ parent }: Section): OutlineNode | undefined {
    return parent && parent !== title ? nodeOf(parent) : undefined;
  }

  function levelBelow(section: Section, above: OutlineNode | undefined): number {
    return above?.section ? above.level + section.level - above.section.level : top;
  }

  /** The node that a section with a slot belongs under; undefined for a top one. */
  function placeOf(section: Section, { parent }: Slot): OutlineNode | undefined {
    if (!parent) return undefined;
    const near = alignment.parents[section.ordinal];
    const home =
      near && slots.get(near) === parent
        ? near
        : (homes.get(section) ?? sections.find((each) => slots.get(each) === parent));
    return home && slots.get(home) === parent ? nodeOf(home) : addedNode(parent);
  }

  /** A section that the document does not have, for those below it that it has. */
  function addedNode(slot: Slot): OutlineNode {
    let node = added.get(slot);
    if (!node) {
      node = { section: undefined, slot, level: slot.level, children: [] };
      added.set(slot, node);
      (slot.parent ? placeOfAdded(slot.parent) : roots.placed).push(node);
    }
    return node;
  }

  function placeOfAdded(parent: Slot): OutlineNode[] {
    const home = sections.find((each) => slots.get(each) === parent);
    return (home ? nodeOf(home) : addedNode(parent)).children;
  }
}

/** The slot of each section that has one in the new template. */
function slotsOf(alignment: Alignment, old: Alignment, title: Section | undefined): Map<Section, Slot> {
  const slots = new Map<Section, Slot>();
  for (const [slot, instances] of alignment.instances)
    for (const section of instances) slots.set(section, slot);
  for (const { section, slot } of alignment.nearMisses) slots.set(section, slot);
  if (title) slots.delete(title);
  const present = new Set(slots.values());
  for (const [section, slot] of slots) {
    const parent = alignment.parents[section.ordinal];
    const isAtHome = slot.parent === undefined ? !parent : parent && slots.get(parent) === slot.parent;
    // What belongs to one of many is no section of the document as a whole, and of many none can be made up.
    const isOneOfMany = mayRepeat(old.slots[section.ordinal]?.parent);
    const hasNoHome = slot.parent !== undefined && mayRepeat(slot.parent) && !present.has(slot.parent);
    if (!isAtHome && (isOneOfMany || hasNoHome)) slots.delete(section);
  }
  return slots;
}

/** In the order of the document, what was added last. */
function inTurn(nodes: readonly OutlineNode[]): OutlineNode[] {
  return [...nodes].sort((a, b) => turnOf(a) - turnOf(b));
}

/** In the order of the template; what has no slot stays behind what it stood behind. */
function inTemplateOrder(nodes: readonly OutlineNode[]): OutlineNode[] {
  let last = -1;
  const keyed = inTurn(nodes).map((node) => {
    if (node.slot && !node.slot.scattered) last = node.slot.order;
    return { node, key: node.slot && !node.slot.scattered ? node.slot.order : last };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ node }) => node);
}

function turnOf({ section }: OutlineNode): number {
  return section?.ordinal ?? Infinity;
}
