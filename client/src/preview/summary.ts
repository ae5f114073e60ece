import type { SpecPreview } from '../../../server/src/protocol';

/** What is said above a spec, in the language of the person. */
export interface PreviewWords {
  /** The name of what stands above the text, for those who do not see it. */
  readonly summary: string;
  /** What a placeholder says when the pointer rests on it. */
  readonly placeholder: string;
  status(preview: SpecPreview): string;
  progress(progress: SpecPreview['progress']): string;
}

/** A status is a word or two; who writes more finds it in the text below. */
const LONGEST_STATUS = 40;

/** The line above a spec: its status and how far it has come. Everything from the document is escaped. */
export function summaryHtml(
  preview: SpecPreview,
  words: PreviewWords,
  escape: (text: string) => string,
): string {
  const { phase, progress } = preview;
  const status = words.status(preview);
  const short = status.length > LONGEST_STATUS ? `${status.slice(0, LONGEST_STATUS - 1).trimEnd()}…` : status;
  const badge = phase
    ? `<span class="specwright-status specwright-status-${phase}">${escape(short)}</span>`
    : '';
  const text = escape(words.progress(progress));
  const bar = `<progress class="specwright-progress" max="${Math.max(progress.total, 1)}" value="${progress.complete}" aria-label="${text}"></progress>`;
  return `<div class="specwright-summary" role="group" aria-label="${escape(words.summary)}">${badge}${bar}<span class="specwright-count">${text}</span></div>\n`;
}
