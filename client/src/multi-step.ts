import { QuickInputButtons, window, type InputBoxValidationMessage, type QuickInput } from 'vscode';

/** The place of a question among others that are asked one after another. */
export interface Step {
  readonly number: number;
  readonly total: number;
  readonly canGoBack: boolean;
  /** Shows the input of this question in the place of the one before. */
  show(input: QuickInput): void;
}

/** What a person answered. */
export type StepResult<T> = { readonly value: T } | 'back' | 'cancelled';

/** Asks one thing; what it is told it keeps for the questions behind it. */
export type Question = (step: Step) => Promise<'next' | 'back' | 'cancelled'>;

/**
 * Asks one thing after another; the back button leads to the one before.
 * @returns whether all were answered
 */
export async function askAll(questions: readonly Question[]): Promise<boolean> {
  let shown: QuickInput | undefined;
  // An input stays until the next is there: what is typed where there is none goes into the editor.
  const show = (input: QuickInput): void => {
    input.show();
    shown?.dispose();
    shown = input;
  };
  try {
    let at = 0;
    while (at < questions.length) {
      const step = { number: at + 1, total: questions.length, canGoBack: at > 0, show };
      const answer = await questions[at]!(step);
      if (answer === 'cancelled') return false;
      at += answer === 'back' ? -1 : 1;
    }
    return true;
  } finally {
    shown?.dispose();
  }
}

/** A question that is answered by writing. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** What is selected at first, as offsets of the value; all of it where it is left out. */
  readonly selection?: readonly [start: number, end: number];
  /** Says what is wrong with a text; asked while the person types. */
  readonly validate?: (
    text: string,
  ) => string | InputBoxValidationMessage | undefined | Promise<string | undefined>;
}

/** Asks for a line of text. One that is wrong is not taken. */
export async function askText(
  { title, prompt, placeholder, value, selection, validate }: TextQuestion,
  step: Step,
): Promise<StepResult<string>> {
  const input = window.createInputBox();
  input.title = title;
  input.step = step.total > 1 ? step.number : undefined;
  input.totalSteps = step.total > 1 ? step.total : undefined;
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.value = value;
  if (selection) input.valueSelection = selection;
  if (step.canGoBack) input.buttons = [QuickInputButtons.Back];
  // An empty text is no mistake before the person has written anything.
  const check = async (text: string): Promise<boolean> => {
    const message = (await validate?.(text)) ?? undefined;
    if (input.value === text) input.validationMessage = message;
    return message === undefined;
  };
  const result = new Promise<StepResult<string>>((resolve) => {
    input.onDidChangeValue((text) => void check(text));
    input.onDidAccept(async () => {
      const text = input.value;
      if (await check(text)) resolve({ value: text });
    });
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidHide(() => resolve('cancelled'));
  });
  step.show(input);
  return result;
}
