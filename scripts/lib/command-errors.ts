/** A failure that is told to whoever typed the command, in one sentence; a stack would add nothing. Exit code 1. */
export class CommandError extends Error {}

/** The command was typed wrongly: told in one sentence, with where the usage stands. Exit code 2. */
export class UsageError extends CommandError {}
