const UNANSWERED =
  /^(?:\[[^\]]*\](?!\()|[<{(]|(?:tb[acdw]|todo|n\/?a|not applicable|none|nothing|no)(?![\p{L}\p{N}])|[-–—?.…_\s]+$)/iu;

/** Whether a field names nothing: it is empty, a placeholder, or says that there is none. */
export function isUnanswered(value: string): boolean {
  const text = value.trim();
  return text === '' || UNANSWERED.test(text);
}
