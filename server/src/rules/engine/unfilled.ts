const UNFILLED =
  /^$|^[[({<]|YYYY|^[XN]\.[YN](?:\.[ZN])?$|^(?:tb[acd]|todo|n\/a|not applicable|none|[-–—?.…]+)(?![\p{L}\p{N}])/iu;

/** Whether a value is nothing, a placeholder, or a word for what is not known yet or does not apply. */
export function isUnfilled(value: string): boolean {
  return UNFILLED.test(value);
}
