import type { Problem } from '../../rules/engine/problem';
import { isOpenCell } from '../../rules/engine/open-cell';
import { clearPhaseOf, fieldFor, type Phase } from '../../template/phase';
import { specIdField } from '../../template/spec-id';
import { firstLineOf } from '../../text/line';
import type { Severity } from '../../workspace/configuration';
import type { OpenDocument } from '../../workspace/open-document';
import type { Spec } from '../../workspace/spec';
import { outlineOf } from '../outline';
import { progressOf, type Progress } from '../progress';
import { openQuestions, type OpenQuestion } from './open-questions';
import { specOwners } from './spec-owners';
import { specTitle } from './spec-title';
import { unsignedApprovals, type UnsignedApproval } from './unsigned-approvals';

/** Where something stands in a document: line and UTF-16 unit from 0. */
interface At {
  readonly position: { readonly line: number; readonly character: number };
}

/** What of a spec is shown in a list of specs. Plain data. */
export interface SpecSummary {
  readonly title: string | undefined;
  readonly id: string | undefined;
  readonly template: { readonly id: string; readonly name: string };
  /** As written; undefined where the spec states none. */
  readonly status: string | undefined;
  /** What the status means in any template; undefined where that is not clear, as of `Obsolete`. */
  readonly meaning: Phase | undefined;
  readonly phase: Phase;
  readonly owners: readonly string[];
  /** Undefined as long as no more is known of the spec than its metadata and headings. */
  readonly progress: Progress | undefined;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly questions: readonly (Omit<OpenQuestion, 'start'> & At & { readonly isOverdue: boolean })[];
  readonly approvals: readonly (Omit<UnsignedApproval, 'start'> & At)[];
}

/**
 * What a list shows of a spec.
 * @param problems of the document
 * @param today `YYYY-MM-DD`
 */
export function summaryOf(
  { lines }: Pick<OpenDocument, 'lines'>,
  spec: Spec,
  problems: readonly Problem[],
  today: string,
): SpecSummary {
  const { model, schema } = spec;
  const { id, name } = schema;
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  const status = statusIn(spec);
  const meaning = status === undefined ? undefined : clearPhaseOf(status);
  // A status that its template does not know is a problem of its own, and says all the same how far the spec is.
  const phase = meaning ?? spec.phase;
  return {
    title: specTitle(spec),
    id: specIdField(model.shape, schema)?.id.id,
    template: { id, name },
    status,
    meaning,
    phase,
    owners: specOwners(model.shape),
    progress: progressOf(outlineOf(spec)),
    problems: counts,
    questions: openQuestions(spec).map(({ start, ...question }) => ({
      ...question,
      isOverdue: question.due !== undefined && question.due < today,
      position: lines.positionAt(start),
    })),
    approvals: unsignedApprovals(spec, phase).map(({ start, ...approval }) => ({
      ...approval,
      position: lines.positionAt(start),
    })),
  };
}

/** What the metadata and the headings of a spec tell; its other text is not known yet. */
export function briefOf(document: OpenDocument, spec: Spec, today: string): SpecSummary {
  const unknown = { progress: undefined, questions: [], approvals: [] };
  return { ...summaryOf(document, spec, [], today), ...unknown };
}

/** The status as written, whether the template knows it or not; none where it still has to be chosen. */
function statusIn({ model, schema }: Spec): string | undefined {
  const spec = schema.fields.find(({ kind }) => kind === 'status');
  const field = spec && fieldFor(model.shape, spec);
  const status = field && firstLineOf(field.value).trim();
  return status && !isOpenCell(status) ? status : undefined;
}
