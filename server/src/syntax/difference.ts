/**
 * Compares two trees of plain data, positions included.
 * @returns the path to the first difference with both values there, or `undefined` if there is none.
 */
export function firstDifference(found: unknown, expected: unknown, path = ''): string | undefined {
  if (found === expected) return undefined;
  if (!isObject(found) || !isObject(expected)) {
    return `${path || 'root'}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
  }
  const keys = Object.keys(expected);
  for (const key of keys) {
    const difference = firstDifference(found[key], expected[key], `${path}/${key}`);
    if (difference) return difference;
  }
  const surplus = Object.keys(found).find((key) => !(key in expected) && found[key] !== undefined);
  return surplus && `${path}/${surplus}: not expected`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
