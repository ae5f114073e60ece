import { t } from '@vscode/l10n';
import { foldTitle } from '../model/fold';
import { DocumentModel } from '../model/document-model';
import type { Field } from '../model/document-shape';
import type { Section } from '../model/section';
import { SyntaxTree } from '../syntax/tree';
import { shiftSpan, type Span } from '../text/span';
import { readBody, type TemplateBody } from './body';
import { compileField, type FieldPlace } from './field-spec';
import { readRequirement } from './optionality';
import { readOwnSettings, type OwnSettings } from './own-settings';
import { closingRule, leadStart } from './root-blocks';
import { expandSameStructure } from './same-structure';
import type { PlaceholderSpec, ProjectSize, Requirement, Schema, Slot, TemplateFault } from './schema';
import { mergeContent, readSlotContent, type SlotContent } from './slot-content';
import { starterText } from './starter';
import { compileTitle, titleKey } from './title-pattern';
import { unwrapTemplate } from './unwrap';
import { isUsageTitle, nameMeans, readUsageNotes, type NamedSection, type UsageNotes } from './usage-notes';

/** Where a template comes from. */
export interface TemplateOrigin {
  /** `builtin`, or the URI of the file. */
  readonly source: string;
  /** The id that it has when it states none, usually its file name without ending. */
  readonly fallbackId: string;
}

/**
 * Compiles a template. Never fails: what cannot be read is a fault of the schema, with its place in the template's text.
 */
export function compileTemplate(source: string, origin: TemplateOrigin): Schema {
  return new TemplateCompiler(source, origin).compile();
}

type MutableSlot = { -readonly [K in keyof Slot]: Slot[K] } & { children: MutableSlot[] };

class TemplateCompiler {
  private readonly text: string;
  private readonly model: DocumentModel;
  private readonly body: TemplateBody;
  private readonly content: readonly SlotContent[];
  private readonly settings: OwnSettings;
  private readonly yamlStart: number;
  private readonly faults: TemplateFault[] = [];
  private readonly slots: MutableSlot[] = [];
  private readonly usage: Section[];
  private readonly notes: UsageNotes;

  constructor(
    source: string,
    private readonly origin: TemplateOrigin,
  ) {
    this.model = expandSameStructure(new DocumentModel(SyntaxTree.parse(unwrapTemplate(source).text)));
    this.text = this.model.tree.text;
    this.body = readBody(this.model);
    this.content = readSlotContent(this.model, this.body.blocks);
    const { frontMatter } = this.model.tree;
    this.yamlStart = frontMatter?.contentSpan.start ?? 0;
    this.settings = readOwnSettings(frontMatter?.yaml ?? '');
    this.usage = this.model.shape.sections.filter(
      ({ folded, parent }) => isUsageTitle(folded) && !(parent && isUsageTitle(parent.folded)),
    );
    this.notes = readUsageNotes(this.usage.flatMap((section) => this.usageSections(section)));
  }

  compile(): Schema {
    const { shape } = this.model;
    const title = this.findTitle();
    const roots = shape.sections.filter(({ parent }) => !parent);
    const tops = roots.flatMap((section) => (section === title ? section.children : [section]));
    const slots = this.compileSiblings(tops, undefined);
    this.checkSettings();
    for (const { message, span } of [...shape.yamlFaults, ...this.settings.faults]) {
      this.faults.push({ message, span: shiftSpan(span, this.yamlStart) });
    }
    if (this.slots.length === 0) {
      const span = { start: 0, end: Math.min(1, this.text.length) };
      this.faults.push({
        message: t(
          'This template has no headings, so no document can match it. Give each section of the spec a heading.',
        ),
        span,
      });
    }
    const titleSlot = title && this.titleSlot(title);
    const {
      id = this.origin.fallbackId,
      name = titleSlot?.pattern.literal === undefined ? id : titleSlot.title,
      description = '',
      version,
    } = this.settings;
    const { frontMatter } = this.model.tree;
    const cuts = this.usage.map((section) => this.model.sectionSpan(section));
    return {
      id,
      name,
      description,
      version,
      source: this.origin.source,
      title: titleSlot,
      slots,
      allSlots: this.slots,
      fields: shape.fields.map((field) => compileField(field, this.placeOfField(field, tops[0]))),
      depth: this.compileDepth(slots),
      orderIsFree: this.settings.order === 'free',
      preamblePlaceholders: this.body.preamble,
      starter: starterText(this.text, frontMatter, this.settings.span, cuts),
      faults: this.faults,
    };
  }

  /** @param first the first section of the template that is not its title */
  private placeOfField(field: Field, first: Section | undefined): FieldPlace {
    const { start, end } = this.model.fieldSpan(field);
    const inSection = first !== undefined && start > this.model.lineStart(first.ordinal);
    return { source: this.text.slice(start, end), inSection };
  }

  /** The heading above all others: the first, and the only one of its level. */
  private findTitle(): Section | undefined {
    const [first, ...others] = this.model.shape.sections.filter((section) => !this.isUsage(section));
    return first && others.every(({ level }) => level > first.level) ? first : undefined;
  }

  private titleSlot(section: Section): Slot {
    const pattern = compileTitle(section.title, [], false);
    return {
      ...this.slotFacts(section, [section], undefined),
      order: -1,
      pattern,
      repeat: false,
      minimum: 1,
      scattered: false,
      children: [],
      text: section.title,
    };
  }

  /** Siblings of one pattern are one repeated slot; the first shows its structure. */
  private compileSiblings(sections: readonly Section[], parent: MutableSlot | undefined): MutableSlot[] {
    const groups = new Map<string, Section[]>();
    const own = sections.filter((section) => !this.isUsage(section));
    for (const section of own) {
      const key = titleKey(section.title, this.titleSource(section));
      groups.set(key, [...(groups.get(key) ?? []), section]);
    }
    return [...groups.values()].map((instances) => {
      const first = instances[0]!;
      const numbered = instances.some(({ folded }) => folded !== first.folded);
      const pattern = compileTitle(first.title, this.aliasesOf(first), numbered, this.titleSource(first));
      const repeat = instances.length > 1 || pattern.expression !== undefined;
      const slot: MutableSlot = {
        ...this.slotFacts(first, instances, parent),
        pattern,
        repeat,
        minimum: (repeat ? this.settingFor(this.settings.minimum, instances) : undefined) ?? 1,
        scattered: own.indexOf(instances.at(-1)!) - own.indexOf(first) >= instances.length,
        children: [],
      };
      this.slots.push(slot);
      slot.children = this.compileSiblings(first.children, slot);
      return slot;
    });
  }

  private slotFacts(section: Section, instances: readonly Section[], parent: Slot | undefined) {
    const { requirement, condition } = this.requirementOf(section, parent);
    const placeholders: PlaceholderSpec[] = instances.flatMap(
      ({ ordinal }) => this.body.placeholders[ordinal]!,
    );
    return {
      order: this.slots.length,
      level: section.level,
      title: section.title,
      requirement,
      condition,
      since: this.settingFor(this.settings.since, instances),
      parent,
      text: this.sectionText(this.model.sectionSpan(section)),
      body: this.sectionText(this.model.bodySpan(section)).trim(),
      placeholders,
      guidance: this.body.guidance[section.ordinal]!,
      content: mergeContent(instances.map(({ ordinal }) => this.content[ordinal]!)),
    };
  }

  private requirementOf(
    section: Section,
    parent: Slot | undefined,
  ): { requirement: Requirement; condition: string | undefined } {
    const listedIn = (titles: readonly string[]) =>
      titles.some((title) => foldTitle(title) === section.folded);
    if (listedIn(this.settings.required)) return { requirement: 'required', condition: undefined };
    if (listedIn(this.settings.optional)) return { requirement: 'optional', condition: undefined };
    const own = readRequirement(section.title, this.body.words[section.ordinal]!);
    if (own !== 'required' || parent) return { requirement: own, condition: undefined };
    const { required, optional } = this.notes;
    const named = (list: readonly NamedSection[]) => list.find(({ folded }) => folded === section.folded);
    const must = named(required);
    const may = named(optional);
    // Where the notes list what is required, what they do not list is the author's choice.
    const requirement = must || (!may && required.length === 0) ? 'required' : 'optional';
    return { requirement, condition: must?.condition ?? may?.condition };
  }

  private compileDepth(slots: readonly Slot[]): Map<ProjectSize, ReadonlySet<Slot>> {
    const depth = new Map<ProjectSize, ReadonlySet<Slot>>();
    for (const [size, names] of this.notes.depth) {
      const isMeant = (slot: Slot) =>
        names === 'all' ||
        (names === 'required'
          ? slot.requirement === 'required'
          : names.some((name) => nameMeans(name, slot.pattern.literal ?? '')));
      depth.set(size, new Set(slots.filter(isMeant)));
    }
    return depth;
  }

  private aliasesOf(section: Section): readonly string[] {
    const entries = [...this.settings.aliases].filter(([title]) => foldTitle(title) === section.folded);
    return entries.flatMap(([, aliases]) => aliases);
  }

  /** What a setting says of the heading of one of these sections. */
  private settingFor<T>(setting: ReadonlyMap<string, T>, sections: readonly Section[]): T | undefined {
    const isMeant = (title: string) => sections.some(({ folded }) => folded === foldTitle(title));
    return [...setting].find(([title]) => isMeant(title))?.[1];
  }

  /** A setting that names a heading which is not there does nothing, and its author should know. */
  private checkSettings(): void {
    const titles = new Set(this.model.shape.sections.map(({ folded }) => folded));
    const { aliases, required, optional, minimum, since } = this.settings;
    const named = [...aliases.keys(), ...required, ...optional, ...minimum.keys(), ...since.keys()];
    for (const title of named.filter((name) => !titles.has(foldTitle(name)))) {
      this.faults.push({
        message: t(
          '"{0}" is no heading of this template, so this setting does nothing. Write the heading as it stands below.',
          title,
        ),
        span: this.settingSpan(title),
      });
    }
    for (const title of minimum.keys()) {
      const single = this.slots.find(({ pattern }) => pattern.literal === foldTitle(title));
      if (single && !single.repeat)
        this.faults.push({
          message: t(
            '"{0}" stands once in each document, so a minimum does nothing. Number its heading, or take the setting out.',
            title,
          ),
          span: this.settingSpan(title),
        });
    }
  }

  /** Where the settings name a heading; their start where YAML writes it in another way. */
  private settingSpan(title: string): Span {
    const at = this.model.tree.frontMatter!.yaml.indexOf(title);
    const start = this.yamlStart + Math.max(at, 0);
    return { start, end: start + (at < 0 ? 1 : title.length) };
  }

  /** The section's source without what parts it from the next, a rule and blank lines, and without comments on the next. */
  private sectionText(span: Span): string {
    const { tree } = this.model;
    let end = leadStart(tree, span.end);
    for (const cut of this.usage.map((section) => this.model.sectionSpan(section))) {
      if (cut.start >= span.start && cut.start < end) end = cut.start;
    }
    const rule = closingRule(tree, { start: span.start, end });
    return this.text.slice(span.start, rule?.start ?? end).trimEnd();
  }

  private titleSource(section: Section): string {
    const { start, end } = this.model.titleSpan(section);
    return this.text.slice(start, end);
  }

  private isUsage(section: Section | undefined): boolean {
    return section !== undefined && (this.usage.includes(section) || this.isUsage(section.parent));
  }

  private usageSections(section: Section): { folded: string; blocks: TemplateBody['blocks'][number] }[] {
    const own = { folded: section.folded, blocks: this.body.blocks[section.ordinal]! };
    return [own, ...section.children.flatMap((child) => this.usageSections(child))];
  }
}
