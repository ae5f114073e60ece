/** Whether YAML is a map between braces (YAML 1.2, 7.4.2), which takes no lines of `key: value`. */
export function isFlowMap(yaml: string): boolean {
  return /^(?:\s|#[^\r\n]*[\r\n])*\{/u.test(yaml);
}
