import type { Dismissal } from './digest';
import type { FieldDialect, FieldFact } from './metadata/field';
import type { YamlFault } from './metadata/front-matter';
import type { Section } from './section';

/** A field of a document's metadata, without its position. */
export interface Field {
  /** Its place among the fields of the document, from 0. */
  readonly ordinal: number;
  readonly dialect: FieldDialect;
  readonly name: string;
  readonly folded: string;
  readonly value: string;
  /** Whether the next field has a line of its own and is rendered on the same line as this one. */
  readonly joinsNext: boolean;
}

/**
 * What a document holds, free of positions. Two snapshots of a document with the same shape share one object, so that
 * whatever is derived from it is derived once and typing in a paragraph derives nothing.
 */
export interface DocumentShape {
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  /** Whether there is something to read before the first heading, then in each section before its first child. */
  readonly hasContent: readonly boolean[];
  /** How what stands there waves the section away, in the same order; undefined where it says more, or nothing. */
  readonly dismissals: readonly (Dismissal | undefined)[];
  /** Whether it says that the section does not apply, and why; in the same order. */
  readonly explainedAway: readonly boolean[];
  /** The front matter as plain data; undefined where there is none or its YAML has a fault. */
  readonly frontMatter: unknown;
  /** Spans relative to the YAML text. */
  readonly yamlFaults: readonly YamlFault[];
  /** The template that a comment in the document names. */
  readonly templateDirective: string | undefined;
  /** The project size that a comment in the document names. */
  readonly sizeDirective: string | undefined;
}

export function fieldsMatch(fields: readonly Field[], facts: readonly FieldFact[]): boolean {
  return (
    fields.length === facts.length &&
    fields.every((field, i) => {
      const fact = facts[i]!;
      return (
        field.name === fact.name &&
        field.value === fact.value &&
        field.dialect === fact.dialect &&
        field.joinsNext === (fact.joinsNext ?? false)
      );
    })
  );
}
