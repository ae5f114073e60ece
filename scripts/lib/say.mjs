// What the scripts tell the person who runs them.

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text) => paint(1, text);
export const dim = (text) => paint(2, text);
export const red = (text) => paint(31, text);
export const green = (text) => paint(32, text);
export const yellow = (text) => paint(33, text);

/** What is being done now. */
export function say(text) {
  console.log(`${bold('→')} ${text}`);
}

/** What is worth knowing about it. */
export function note(text) {
  console.log(dim(`  ${text}`));
}

export function duration(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A failure that a person can act on; its message is all they need, so no stack is shown. */
export class Failure extends Error {}

/** Runs a script's main function; the exit code says how it went. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    console.error(red(error instanceof Failure ? error.message : (error?.stack ?? String(error))));
    process.exitCode = 1;
  }
}
