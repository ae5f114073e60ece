import { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import type { Problem } from '../../rules/engine/problem';
import type { Schema, Slot } from '../../template/schema';
import { dominantEol, lineEnd, lineStart } from '../../text/line';
import type { Span } from '../../text/span';
import { DEFAULT_CONFIGURATION } from '../../workspace/configuration';
import type { WorkspaceLookup } from '../../workspace/index/lookup';
import type { WorkspaceView } from '../../workspace/index/view';
import { buildSpec, type Spec } from '../../workspace/spec';
import { surroundingsAt, type Surroundings } from './surroundings';

/** What completions are made from. */
export interface CompletionRequest {
  readonly spec: Spec;
  /** Where the cursor is. */
  readonly offset: number;
  /** The character that was typed, where that made the editor ask; undefined on demand. */
  readonly trigger: string | undefined;
  readonly workspace: WorkspaceView;
  readonly lookup: WorkspaceLookup;
  /** The templates that the document could follow. */
  readonly schemas: readonly Schema[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The name of whoever is writing; empty where it is not known. */
  readonly author: string;
  /** What the rules have to say of the document as it is, or would be. */
  readonly problemsOf: (spec: Spec) => readonly Problem[];
}

/** The place that completions are asked for, and what surrounds it. */
export class Cursor {
  readonly spec: Spec;
  readonly offset: number;
  /** The line of the cursor without its ending; absolute. */
  readonly line: Span;
  /** The line up to the cursor. */
  readonly before: string;
  /** The line from the cursor on. */
  readonly after: string;
  readonly place: Surroundings;
  /** The section that the line stands in; a heading stands in the section above. */
  readonly section: Section | undefined;
  private knownBare: Spec | undefined;
  private knownEol: string | undefined;

  constructor(readonly request: CompletionRequest) {
    const { spec, offset } = request;
    this.spec = spec;
    this.offset = offset;
    const { text } = spec.model.tree;
    this.line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
    this.before = text.slice(this.line.start, offset);
    this.after = text.slice(offset, this.line.end);
    this.place = surroundingsAt(spec.model, offset);
    this.section = sectionBefore(spec, this.line.start);
  }

  get isOnDemand(): boolean {
    return this.request.trigger === undefined;
  }

  get isBlankLine(): boolean {
    return this.before.trim() === '' && this.after.trim() === '';
  }

  get slot(): Slot | undefined {
    return this.section && this.spec.alignment.slots[this.section.ordinal];
  }

  get eol(): string {
    return (this.knownEol ??= dominantEol(this.spec.model.tree.text));
  }

  /** The document as if the line were blank: what is typed there is not yet what it is to become. */
  get bare(): Spec {
    return (this.knownBare ??= this.isBlankLine ? this.spec : withoutLine(this.spec, this.line));
  }

  /** What surrounds the line, whatever stands on it. */
  get bareSurroundings(): Surroundings {
    return surroundingsAt(this.bare.model, this.line.start);
  }
}

/** The last section that starts before an offset. */
export function sectionBefore({ model }: Pick<Spec, 'model'>, offset: number): Section | undefined {
  return model.shape.sections.findLast(({ ordinal }) => model.lineStart(ordinal) < offset);
}

function withoutLine(spec: Spec, line: Span): Spec {
  const { model, schema, path } = spec;
  const tree = model.tree.edit({ span: line, text: '' });
  const choice = { schemas: [schema], forced: schema, configuration: DEFAULT_CONFIGURATION, path };
  return buildSpec(new DocumentModel(tree, model), choice, spec) ?? spec;
}
