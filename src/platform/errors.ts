/** An error that we throw on purpose. `code` is stable and safe to log; `message` has no personal data. */
export class AppError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A setting is missing or malformed: nothing may start. The message names the setting, never its value. */
export class ConfigError extends AppError {
  constructor(message: string) {
    super("config", message);
  }
}

/** More conversations wait than can stay open: nothing was stored, and the platform must deliver again. */
export class OverloadError extends AppError {
  constructor() {
    super("overload", "too many conversations are waiting");
  }
}

/** SQLite's own code, such as SQLITE_FULL, in a database error. */
const OF_SQLITE = /\bSQLITE_[A-Z]+/;

/** A code for a log line about any thrown value: our code or SQLite's, else the error's class. */
export function errorCode(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? (OF_SQLITE.exec(error.message)?.[0] ?? error.name) : typeof error;
}
