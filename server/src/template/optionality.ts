import type { Requirement } from './schema';

const TITLE_OPTIONAL =
  /[([]\s*(?:optional|if applicable|if any|if needed|when applicable)\s*[)\]]|^optional\s*:|\s[–—-]\s*optional\s*$/iu;
const SUGGESTED =
  /\boptional\b[\s,;–—-]*(?:but|though|yet)\b[^.]*\b(?:suggested|recommended|encouraged|preferred)\b/iu;

/** The ways in which a template's own words say that a section may be left out. */
const OPTIONAL: readonly RegExp[] = [
  sentence(String.raw`optional(?=\W*(?:$|[.,;:!)\]–—-]|but\b|section\b|only\b))`),
  /\b(?:this|the) (?:section|part|heading) (?:is|may be|can be) (?:optional|omitted|skipped|removed|deleted|dropped|left out)\b/iu,
  /\b(?:section|part) is (?:optional|not required|not mandatory)\b/iu,
  /\b(?:omit|skip|remove|delete|drop)(?: (?:this|the))?(?: (?:section|part|heading))?,? (?:if|when|unless|where)\b/iu,
  /\b(?:section|part|heading|it|this) (?:may|can) be (?:omitted|skipped|removed|deleted|dropped|left (?:out|empty|blank))\b/iu,
  sentence(String.raw`(?:may|can) be (?:omitted|skipped|removed|deleted|dropped|left (?:out|empty|blank))\b`),
  /\bonly (?:needed|required|necessary|relevant) (?:if|for|when|where)\b/iu,
  /\b(?:this is an? optional|optional (?:section|element|heading))\b/iu,
  /\bfeel free to (?:omit|skip|remove|delete|drop)\b/iu,
  sentence(String.raw`if applicable\b`),
];

/** Words that count where a sentence or a line starts with them: "Optional parameters" and "the rest, if applicable" do not. */
function sentence(words: string): RegExp {
  return new RegExp(`(?:^|[.!?:]\\s+|[\\r\\n])[^\\p{L}\\p{N}\\r\\n]*${words}`, 'iu');
}

/**
 * What a template says of a section, in the mark on its heading or in the words of its body.
 * @param body the guidance in the section's own body, without labelled values: `**Queue:** [if applicable]` speaks of the queue
 */
export function readRequirement(title: string, body: string): Requirement {
  if (SUGGESTED.test(body)) return 'suggested';
  if (TITLE_OPTIONAL.test(title) || OPTIONAL.some((words) => words.test(body))) return 'optional';
  return 'required';
}
