import { l10n, QuickInputButtons, QuickPickItemKind, window, type QuickPickItem, type Uri } from 'vscode';
import {
  templateSnippetRequest,
  templatesRequest,
  type TemplateSnippetParams,
  type TemplateSnippetResult,
  type TemplatesResult,
  type TemplateSummary,
} from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import type { Step, StepResult } from '../multi-step';
import { TemplatePreview } from './template-preview';

/** Moving through the list with a key held down shows nothing until it rests. */
const REST_MS = 80;

interface TemplateItem extends QuickPickItem {
  readonly template?: TemplateSummary;
}

/** What the list is for. */
export interface TemplateQuestion {
  readonly title: string;
  /** The document or folder that the template is for. */
  readonly uri: Uri | undefined;
  /** Not waited for: the list is there before git has answered. */
  readonly author: Promise<string | undefined>;
  /** The place of the question among others. */
  readonly step?: Step;
  /** The template to start at. */
  readonly chosen?: string | undefined;
}

/** Asks for a template, and shows each beside the list as the person moves through it. */
export async function pickTemplate(
  server: LanguageServer,
  { title, uri, author, step, chosen }: TemplateQuestion,
): Promise<StepResult<TemplateSummary>> {
  const preview = new TemplatePreview();
  const pick = window.createQuickPick<TemplateItem>();
  pick.title = title;
  pick.step = step?.number;
  pick.totalSteps = step?.total;
  pick.placeholder = l10n.t('Choose what to specify');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.busy = true;
  if (step?.canGoBack) pick.buttons = [QuickInputButtons.Back];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: string | undefined;
  const show = async (template: string): Promise<void> => {
    const params: TemplateSnippetParams = { template, author: await author, uri: uri?.toString() };
    const { text } = await server.request<TemplateSnippetResult>(templateSnippetRequest, params);
    if (wanted === template) await preview.show(text);
  };
  pick.onDidChangeActive(([item]) => {
    wanted = item?.template?.id;
    clearTimeout(timer);
    // A template that cannot be shown can still be chosen, and then says why.
    if (wanted !== undefined) timer = setTimeout(() => void show(wanted!).catch(() => undefined), REST_MS);
  });
  const result = new Promise<StepResult<TemplateSummary>>((resolve, reject) => {
    pick.onDidAccept(() => {
      const template = pick.activeItems[0]?.template;
      if (template) resolve({ value: template });
    });
    pick.onDidTriggerButton(() => resolve('back'));
    pick.onDidHide(() => resolve('cancelled'));
    server.request<TemplatesResult>(templatesRequest, uri ? { uri: uri.toString() } : {}).then(
      ({ templates }) => {
        pick.items = grouped(templates);
        const start = pick.items.find(({ template }) => template && template.id === chosen);
        if (start) pick.activeItems = [start];
        pick.busy = false;
      },
      (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
    );
  });
  if (step) step.show(pick);
  else pick.show();
  try {
    return await result;
  } finally {
    clearTimeout(timer);
    wanted = undefined;
    const closed = preview.close();
    // The next question does not wait for it.
    if (!step) {
      pick.dispose();
      await closed;
    }
  }
}

/** The team's own templates first: whoever made some wants them. */
function grouped(templates: readonly TemplateSummary[]): TemplateItem[] {
  const of = (origin: TemplateSummary['source'], label: string): TemplateItem[] => {
    const items = templates.filter(({ source }) => source === origin).map(itemFor);
    return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
  };
  return [...of('workspace', l10n.t('this workspace')), ...of('builtin', l10n.t('built-in'))];
}

function itemFor(template: TemplateSummary): TemplateItem {
  const { name, description, sections } = template;
  const size = sections === 1 ? l10n.t('1 section') : l10n.t('{0} sections', sections);
  return { label: name, description: size, detail: description, template };
}
