import { applyEdits } from '../text/edit';
import { OpenDocument } from '../workspace/open-document';
import type { Host } from '../workspace/ports';
import type { TemplateChoice } from '../workspace/spec';
import { fixActions } from './actions';
import { Diagnostics } from './diagnostics';

/** More rounds than any document needs; a fix that undoes another ends here instead of never. */
const MOST_ROUNDS = 500;

/** Applies the safe fixes of a document, one problem after another, until none is left that changes anything. */
export function fixAll(uri: string, text: string, choice: TemplateChoice, host: Host): string {
  const seen = new Set([text]);
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = fixOne(uri, current, choice, host);
    if (next === undefined || seen.has(next)) break;
    seen.add(next);
    current = next;
  }
  return current;
}

/** The text with the first problem resolved that has exactly one safe fix; undefined where there is none. */
function fixOne(uri: string, text: string, choice: TemplateChoice, host: Host): string | undefined {
  const document = new OpenDocument(uri, text, choice);
  const problems = new Diagnostics(host).problems(document, choice.configuration);
  for (const problem of problems) {
    if (problem.rule.fix !== 'safe' || !document.spec) continue;
    const fixes = fixActions(document.spec, problem, host);
    if (fixes.length === 1) return applyEdits(text, fixes[0]!.edits);
  }
  return undefined;
}
