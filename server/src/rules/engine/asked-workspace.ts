import { NO_WORKSPACE, type WorkspaceView } from '../../workspace/index/view';

type Question = keyof WorkspaceView;
type Ask = (...given: readonly unknown[]) => unknown;

interface Answered {
  readonly question: Question;
  readonly given: readonly unknown[];
  /** As JSON, to compare by. */
  readonly answer: string;
}

const QUESTIONS = Object.keys(NO_WORKSPACE) as Question[];

/** Remembers what a rule asked of the workspace: while the answers are the same, so is what it concludes. */
export class AskedWorkspace {
  /** What the rule is to ask instead of the view. */
  readonly view: WorkspaceView;
  private readonly answered = new Map<string, Answered>();

  constructor(private latest: WorkspaceView) {
    const asks = QUESTIONS.map((question) => [
      question,
      (...given: readonly unknown[]) => this.ask(question, given),
    ]);
    this.view = Object.fromEntries(asks) as WorkspaceView;
  }

  /** Whether another view gives the same answers. */
  holdsFor(view: WorkspaceView): boolean {
    if (view === this.latest) return true;
    for (const { question, given, answer } of this.answered.values()) {
      if (JSON.stringify((view[question] as Ask)(...given)) !== answer) return false;
    }
    this.latest = view;
    return true;
  }

  /** Lets go of the workspace that was asked; what it answered stays known. */
  rest(): void {
    this.latest = NO_WORKSPACE;
  }

  private ask(question: Question, given: readonly unknown[]): unknown {
    const answer = (this.latest[question] as Ask)(...given);
    const key = JSON.stringify([question, given]);
    this.answered.set(key, { question, given, answer: JSON.stringify(answer) });
    return answer;
  }
}
