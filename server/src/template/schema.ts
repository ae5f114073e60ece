import type { FieldDialect } from '../model/metadata/field';
import type { PlaceholderFact } from '../model/placeholders/read-placeholders';
import type { Span } from '../text/span';
import type { SlotContent } from './slot-content';
import type { TitlePattern } from './title-pattern';

/** Whether a section must be there. `suggested`: the template calls it optional and asks for it all the same. */
export type Requirement = 'required' | 'suggested' | 'optional';

/** A size of project for which a template states how deep a spec should go. */
export type ProjectSize = (typeof PROJECT_SIZES)[number];

export const PROJECT_SIZES = ['small', 'medium', 'large'] as const;

/** A placeholder of the template, with the place that it waits in. */
export type PlaceholderSpec = Omit<PlaceholderFact, 'span'>;

/** One heading of a template. */
export interface Slot {
  /** Its place among the slots of the template, from 0. */
  readonly order: number;
  /** 1 to 6. */
  readonly level: number;
  /** As the template has it, e.g. `Component 1: [Name]`. */
  readonly title: string;
  readonly pattern: TitlePattern;
  readonly requirement: Requirement;
  /** When it is required, in the template's words, e.g. `for services`. */
  readonly condition: string | undefined;
  /** Whether a document may have several: instances of one pattern. */
  readonly repeat: boolean;
  /** How many sections a document must have under each section above it, where this one is repeated. */
  readonly minimum: number;
  /** The version of the template that brought it, where the template says so. */
  readonly since: string | undefined;
  /** Whether other sections of the template stand between its instances, so that no place is wrong for one of them. */
  readonly scattered: boolean;
  readonly parent: Slot | undefined;
  readonly children: readonly Slot[];
  /** The section as the template has it, heading and children included, without blank lines at its end. */
  readonly text: string;
  /** What stands under its own heading before its first child, as the template has it. */
  readonly body: string;
  /** Its placeholders, those of its own heading included. */
  readonly placeholders: readonly PlaceholderSpec[];
  /** Digests of what stands in its own body as guidance without marks around it. */
  readonly guidance: ReadonlySet<number>;
  /** The tables, fences and so on in its own body; of a repeated slot those of all instances that the template shows. */
  readonly content: SlotContent;
}

/** What a field's value must be. */
export type FieldKind = 'status' | 'date' | 'version' | 'id' | 'choice' | 'text';

/** One metadata field of a template. */
export interface FieldSpec {
  readonly name: string;
  readonly folded: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** The values to choose from, where the template lists them. */
  readonly choices: readonly string[] | undefined;
  /** What the template has in the value's place. */
  readonly placeholder: string;
  readonly dialect: FieldDialect;
  /** The whole field as the template writes it, e.g. `**Author:** [Name]`. */
  readonly source: string;
  /** Whether it is rendered on one line with the next, for want of a hard break. */
  readonly joinsNext: boolean;
  /** Whether it stands in a section of the template, which brings it along when it is inserted. */
  readonly inSection: boolean;
}

/** Something in a template file that the compiler could not use. */
export interface TemplateFault {
  readonly message: string;
  /** Absolute in the template's text. */
  readonly span: Span;
}

/** What a template compiles to. */
export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The version of the template, where it states one. */
  readonly version: string | undefined;
  /** `builtin`, or the URI of the file. */
  readonly source: string;
  /** The slot of the document's title, where the template has one heading above all others. */
  readonly title: Slot | undefined;
  /** The top slots in template order. */
  readonly slots: readonly Slot[];
  /** All slots but the title, in template order. */
  readonly allSlots: readonly Slot[];
  readonly fields: readonly FieldSpec[];
  /** Which top slots a spec of this size should have, where the template says so. */
  readonly depth: ReadonlyMap<ProjectSize, ReadonlySet<Slot>>;
  /** Whether the sections of a document may come in any order. */
  readonly orderIsFree: boolean;
  /** Placeholders that stand before the first section. */
  readonly preamblePlaceholders: readonly PlaceholderSpec[];
  /** The Markdown that a new spec starts from. */
  readonly starter: string;
  readonly faults: readonly TemplateFault[];
}
