/** A failure with one sentence for the person at the terminal; a stack would add nothing. Exit code 1. */
export class CommandError extends Error {}

/** The command was typed wrongly: one sentence, and where to find the usage. Exit code 2. */
export class UsageError extends CommandError {}
