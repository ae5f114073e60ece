/** Whether a kind of action is the one asked for or below it (LSP 3.17, CodeActionKind). */
export function isOfKind(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
