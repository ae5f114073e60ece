/** A number that tells whether two texts are the same (FNV-1a, 32 bits, with the length). */
export function textDigest(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) * 0x100000 + (text.length & 0xfffff);
}
