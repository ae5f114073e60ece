import type { Span } from '../text/span';

/**
 * What a template may ask about and a document may answer in any place, in a section of its own or in passing: how to go
 * back, or that there is nothing to do; or answer in a form of its own: with a diagram that is neither a fence nor a link.
 */
export type Topic = 'rollback' | 'nothing-to-do' | 'diagram';

/** A word that tells that a document speaks of a topic. Its span is relative to the chunk. */
export interface MentionFact {
  readonly topic: Topic;
  readonly span: Span;
}

/** Ways to speak of going back to what was before; those of other languages where one word is certain. */
const ROLLBACK = new RegExp(
  [
    String.raw`roll(?:s|ed|ing)?[ -]?(?:it |them |this |everything )?back`,
    String.raw`back(?:s|ed|ing)?[ -]?(?:it |them )?out\b|fall[ -]?back|fail[ -]?back|switch(?:ed|ing)? back|go(?:es|ing)? back to`,
    String.raw`revert|restor(?:e|ing|ation)|undo\b|undone|downgrad|down[ -]migration|kill[ -]?switch|abort`,
    String.raw`(?:previous|former|prior|last|old|earlier) (?:version|release|image|build|deployment|system|path|code|table|service)`,
    String.raw`(?:turn|switch|toggle)(?:s|ed|ing)?(?: \S+){0,3} off\b|disabl(?:e|ing)|flag off|irreversibl|reversible|no way back`,
    String.raw`zurück|rückbau|rückfall|retour|réversib|revers(?:ión|ão|ibile)|annul|ripristin|回滚|回退|ロールバック|切り戻し|롤백|откат`,
  ].join('|'),
  'giu',
);

/** Ways to say that a section has its answer in there being nothing to do. */
const NOTHING_TO_DO =
  /\b(?:n\/a|not applicable|(?:does|do) not apply|not (?:needed|required|necessary)|none (?:needed|required|necessary)|nothing (?:to (?:migrate|deploy|do|roll out|release)|changes)|no (?:(?:data|database|schema|special) )?(?:migrations?|roll ?outs?|deployments?|release)\b(?! (?:of|without|plan|strateg)))|entfällt|sans objet|no aplica/giu;

/** Diagrams as wikis and page makers have them, drawn in plain text, named as a file, or said to stand elsewhere. */
const DIAGRAM = new RegExp(
  [
    String.raw`@start(?:uml|mindmap|salt|json|yaml)|^[ \t]*:::[ \t]*(?:mermaid|plantuml)|!?\[\[[^[\]\n]+\]\]`,
    String.raw`\{[{%][<%]?[ \t]*(?:mermaid|plantuml|diagram|figure|image|img|graphviz|drawio)\b`,
    String.raw`[┌┐└┘╔╗╚╝]|\+--+\+|^(?: {4}|\t).*(?:-->|──?[>▶►]|→)|(?:-->|──?[>▶►]|→)[^\n]*(?:-->|──?[>▶►]|→)`,
    String.raw`\.(?:drawio|puml|plantuml|mmd|excalidraw|vsdx?|svg|png|dot|d2)\b`,
    String.raw`\b(?:see|shown|drawn|attached|siehe|voir)\b[^.\n]{0,60}\b(?:figure|diagram|drawing|sketch|whiteboard|appendix|miro|figma|lucidchart|visio|diagramm|abbildung|schéma)\b`,
  ].join('|'),
  'gimu',
);

/** Finds what a source speaks of, code and comments included. */
export function findMentions(source: string): MentionFact[] {
  return [
    ...mentionsOf('rollback', ROLLBACK, source),
    ...mentionsOf('nothing-to-do', NOTHING_TO_DO, source),
    ...mentionsOf('diagram', DIAGRAM, source),
  ].sort((a, b) => a.span.start - b.span.start);
}

function mentionsOf(topic: Topic, words: RegExp, source: string): MentionFact[] {
  return Array.from(source.matchAll(words), ({ 0: found, index }) => ({
    topic,
    span: { start: index, end: index + found.length },
  }));
}
