/** The few ways in which we fail on purpose. `code` is stable and safe to log; `message` never holds personal data. */
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

/** More waits than can be held open: nothing was taken in, and the platform is to deliver again. */
export class OverloadError extends AppError {
  constructor() {
    super("overload", "too many conversations are waiting");
  }
}

/** SQLite's own word, such as SQLITE_FULL, in an error of a database. */
const OF_SQLITE = /\bSQLITE_[A-Z]+/;

/** A safe word for a log line about any thrown value: our code or SQLite's, else the error's class. */
export function errorCode(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? (OF_SQLITE.exec(error.message)?.[0] ?? error.name) : typeof error;
}
