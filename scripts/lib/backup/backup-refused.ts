import { CommandError } from "../command-errors.ts";

/** A backup that isn't complete or isn't ours, or an unsuitable place for one. The message is for the operator. */
export class BackupRefused extends CommandError {}
