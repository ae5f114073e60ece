import type { Requirement } from './schema';

const TITLE_OPTIONAL = /[([]\s*(?:optional|if applicable|if any|if needed|when applicable)\s*[)\]]/iu;
const SUGGESTED =
  /\boptional\b[\s,;–—-]*(?:but|though|yet)\b[^.]*\b(?:suggested|recommended|encouraged|preferred)\b/iu;

/** The ways in which a template's own words say that a section may be left out. */
const OPTIONAL: readonly RegExp[] = [
  /^\W*optional\b/iu,
  /\b(?:this|the) (?:section|part|heading) (?:is|may be|can be) (?:optional|omitted|skipped|removed|deleted|dropped|left out)\b/iu,
  /\b(?:section|part) is (?:optional|not required|not mandatory)\b/iu,
  /\b(?:omit|skip|remove|delete|drop)(?: (?:this|the))?(?: (?:section|part|heading))?,? (?:if|when|unless|where)\b/iu,
  /\b(?:may|can) be (?:omitted|skipped|removed|deleted|dropped|left out|left empty|left blank)\b/iu,
  /\bonly (?:needed|required|necessary|relevant) (?:if|for|when|where)\b/iu,
  /\b(?:this is an? optional|optional (?:section|element|heading))\b/iu,
  /\bfeel free to (?:omit|skip|remove|delete|drop)\b/iu,
  /\bif applicable\b/iu,
];

/**
 * What a template says of a section, in the mark on its heading or in the words of its body.
 * @param body the guidance in the section's own body, without labelled values: `**Queue:** [if applicable]` speaks of the queue
 */
export function readRequirement(title: string, body: string): Requirement {
  if (SUGGESTED.test(body)) return 'suggested';
  if (TITLE_OPTIONAL.test(title) || OPTIONAL.some((words) => words.test(body))) return 'optional';
  return 'required';
}
