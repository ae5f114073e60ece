/**
 * A URI with its escapes undone, to compare by: clients escape more characters than Node does (`%28` for a bracket, `%3A` in
 * `c:`). One that cannot be decoded stands for itself.
 */
export function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Whether a URI lies in the folder `folder`, at any depth. */
export function isWithin(uri: string, folder: string): boolean {
  return plainUri(uri).startsWith(`${plainUri(folder).replace(/\/$/u, '')}/`);
}

/** A URI that `plainUri` has written, with its escapes again. */
export function escapedUri(plain: string): string {
  return encodeURI(plain).replace(/[#?]/gu, encodeURIComponent);
}
