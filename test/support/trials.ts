import { actionsAt } from '../../server/src/features/actions';
import { dropSection } from '../../server/src/features/refactor/drop-section';
import type { Refactoring } from '../../server/src/features/refactor/refactoring';
import { refactoringsAt } from '../../server/src/features/refactor/refactorings';
import { DocumentModel } from '../../server/src/model/document-model';
import { sectionAtOffset } from '../../server/src/model/section-at';
import { Checker } from '../../server/src/rules/engine/checker';
import type { Problem } from '../../server/src/rules/engine/problem';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { inOrder, type TextEdit } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import { DEFAULT_CONFIGURATION } from '../../server/src/workspace/configuration';
import { NO_WORKSPACE } from '../../server/src/workspace/index/view';
import { buildSpec, type Spec } from '../../server/src/workspace/spec';
import { BUILTINS, choiceOf } from './check-text';
import { damaged, OWN_DOCUMENTS } from './fixable';
import { memoryHost } from './host';

/** A document at one moment of a trial. */
export interface Moment {
  readonly spec: Spec;
  readonly problems: readonly Problem[];
}

/** What a random choice is made by; parts per 10,000 of whatever there is to choose from. */
export interface Choice {
  readonly isFix: boolean;
  readonly place: number;
  /** In UTF-16 units; 0 for a cursor. */
  readonly selected: number;
  readonly isAskedFor: boolean;
  readonly kind: number;
  readonly which: number;
}

/** What somebody chose to do. */
export interface Deed {
  readonly title: string;
  /** The kind of refactoring, or `fix` and the rule. */
  readonly kind: string;
  readonly edits: readonly TextEdit[];
  readonly newText: string;
  /** The problem that it is about. */
  readonly problem: Problem | undefined;
}

const HOST = memoryHost({}, '2026-12-01');
const CHOICE = choiceOf({});

/** An example document by its name, in its variants. */
export const DOCUMENTS: ReadonlyMap<string, string> = new Map(
  [...OWN_DOCUMENTS, ...OWN_DOCUMENTS.flatMap((document) => [1, 2, 3].map((seed) => damaged(document, seed)))]
    .flatMap(({ name, text }): [string, string][] => [
      [name, text],
      [`${name}, CRLF`, withEol(text, '\r\n')],
      [`${name}, no final newline`, text.trimEnd()],
    ])
    .filter(
      ([name, text], index, all) => all.findIndex((other) => other[1] === text) === index && name !== '',
    ),
);

/** One document through a sequence of deeds; what it starts from is read once for all trials. */
export class Trial {
  private readonly checker = new Checker(RULES, HOST);
  private readonly start: Moment | undefined;

  private constructor(text: string) {
    const spec = buildSpec(new DocumentModel(SyntaxTree.parse(text)), CHOICE);
    this.start = spec && this.look(spec);
  }

  private static readonly known = new Map<string, Trial>();

  /** The document of this name as it starts; undefined where it is no spec. */
  static start(name: string): { trial: Trial; moment: Moment } | undefined {
    let trial = Trial.known.get(name);
    if (!trial) Trial.known.set(name, (trial = new Trial(DOCUMENTS.get(name)!)));
    return trial.start && { trial, moment: trial.start };
  }

  /** The document after a deed; undefined where it is no spec any more. */
  after({ spec }: Moment, edits: readonly TextEdit[]): Moment | undefined {
    let { tree } = spec.model;
    for (const { span, newText } of inOrder(edits).reverse()) tree = tree.edit({ span, text: newText });
    const next = buildSpec(new DocumentModel(tree, spec.model), CHOICE, spec);
    return next && this.look(next);
  }

  private look(spec: Spec): Moment {
    return { spec, problems: this.checker.check(spec, DEFAULT_CONFIGURATION) };
  }
}

/** What a choice comes to in a document; undefined where nothing is offered. */
export function chosen({ spec, problems }: Moment, choice: Choice): Deed | undefined {
  const pick = <T>(list: readonly T[], part: number): T | undefined =>
    list[Math.floor((part / 10_000) * list.length)];
  if (choice.isFix) {
    const rule = pick([...new Set(problems.map((problem) => problem.rule.id))].sort(), choice.kind);
    const problem = pick(
      problems.filter((each) => each.rule.id === rule),
      choice.place,
    );
    const actions = problem ? actionsAt(spec, [problem], problem.span, HOST) : [];
    const action = pick(actions, choice.which);
    return action && { ...action, kind: `fix ${rule}`, newText: '', problem };
  }
  const start = Math.floor((choice.place / 10_000) * spec.model.tree.length);
  const span = { start, end: Math.min(spec.model.tree.length, start + choice.selected) };
  const found = refactoringsAt({
    spec,
    span,
    isAskedFor: choice.isAskedFor,
    schemas: BUILTINS,
    workspace: NO_WORKSPACE,
    clock: HOST.clock,
    author: 'Ada Byron',
  });
  const dropped = dropAt(spec, start, choice.which);
  if (dropped) found.push(dropped);
  const kinds = [...new Set(found.map((each) => each.kind))];
  // To convert a whole document takes as long as all else together, and need not be tried as often.
  const often = kinds.filter((each) => each !== 'refactor.rewrite.template');
  const kind = pick([...kinds, ...often], choice.kind);
  const refactoring: Refactoring | undefined = pick(
    found.filter((each) => each.kind === kind),
    choice.which,
  );
  if (!refactoring) return undefined;
  const { title, edits, newFile } = refactoring;
  return { title, kind: kind!, edits, newText: newFile?.text ?? '', problem: undefined };
}

/** The section at an offset, moved to the place of another as by the mouse in the outline. */
function dropAt(spec: Spec, offset: number, which: number): Refactoring | undefined {
  const { sections } = spec.model.shape;
  const section = sectionAtOffset(spec.model, offset);
  const onto = sections[Math.floor((which / 10_000) * sections.length)];
  const edits = section && onto && dropSection(spec, section, onto);
  return edits && { title: `Drop "${section.title}" onto "${onto.title}"`, kind: 'drop', edits };
}
