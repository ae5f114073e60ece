import { t } from '@vscode/l10n';
import type { DocumentShape } from '../model/document-shape';
import type { Section } from '../model/section';
import {
  definedBy,
  numbersRequirements,
  requirementKey,
  requirementPrefixes,
} from '../workspace/index/exports';
import type { WorkspaceView } from '../workspace/index/view';
import { defineWorkspaceRule } from './engine/rule';
import { isUnfilled } from './engine/unfilled';
import { documentIdsIn } from '../template/spec-id';

/** Fields that name the document in which the requirements stand. */
const SOURCE = /\b(?:prds?|brds?|requirements?|srs|product brief)\b/u;
/** Sections that tell of requirements that there once were. */
const HISTORY = /\b(?:history|change ?log|changes|revisions?)\b/u;

export default defineWorkspaceRule<undefined, 'identifiers'>({
  id: 'requirement-undefined',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  reads: ['identifiers'],
  docs: {
    what: 'The text refers to a requirement, such as FR-9, that no document of the workspace defines.',
    why: 'Nobody can look up what it asks for, and it is often a slip for another number.',
    remedy:
      'Correct the number, or define the requirement. Ids count as requirements when their letters are FR, NFR or REQ or those that the template numbers by, and some document defines them.',
  },
  check({ shape, schema, content: { identifiers }, workspace }, report) {
    if (!workspace.isComplete() || standElsewhere(shape, workspace)) return;
    const facts = identifiers.map(({ fact }) => fact);
    const defined = new Set(facts.flatMap(definedBy));
    const prefixes = requirementPrefixes(facts, schema);
    identifiers.forEach(({ fact, section }, index) => {
      const { prefix, id, isGone } = fact;
      const key = requirementKey(fact);
      if (isGone || defined.has(key)) return;
      const isRequirement =
        prefixes.has(prefix) || (numbersRequirements(prefix, schema) && workspace.numbersBy(prefix));
      if (!isRequirement || workspace.defines(key) || isHistory(shape.sections[section])) return;
      report({
        at: { content: 'identifiers', index },
        message: t(
          'No document of the workspace defines {0}, so nobody can look up what it asks for. Correct the number, or define {0} among the requirements.',
          id,
        ),
        data: undefined,
      });
    });
  },
});

/** Whether the requirements stand in a document that is not in the workspace, so that what it defines is not known. */
function standElsewhere({ fields }: DocumentShape, workspace: WorkspaceView): boolean {
  return fields.some(({ folded, value }) => {
    if (!SOURCE.test(folded) || (isUnfilled(value) && !value.includes(']('))) return false;
    const ids = documentIdsIn(value);
    if (ids.length > 0 && !/:\/\//u.test(value)) return !ids.every(({ key }) => workspace.hasDocument(key));
    const [, url] = /\]\(<?([^)>\s]+)/u.exec(value) ?? [];
    const target = url ?? value.trim();
    return !/\.(?:md|markdown)(?:#.*)?$/iu.test(target) || workspace.link(target) !== 'found';
  });
}

function isHistory(section: Section | undefined): boolean {
  for (let at = section; at; at = at.parent) if (HISTORY.test(at.folded)) return true;
  return false;
}
