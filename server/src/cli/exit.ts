/** The exit codes of the command line. */
export const EXIT = { clean: 0, problems: 1, usage: 2 } as const;

/** Something that the user asked for and that cannot be done; the message says what and what to do. */
export class UsageError extends Error {}
