/** Events that an operator should check; every other event with a code or a reason is a warning. */
const ERRORS: ReadonlySet<string> = new Set([
  "alarm",
  "config_refused",
  "journal_failed",
  "ledger_gap",
  "request_failed",
  "turn_failed",
]);

/**
 * One structured log line. Fields are counts, codes and names from our own code: never a text, an id of a person,
 * a token or an address that came from outside.
 * @example logEvent("sweep", { woken: 2 }) // {"event":"sweep","at":"2026-11-28T06:30:00.000Z","level":"info","woken":2}
 */
export function logEvent(
  event: string,
  fields: Readonly<Record<string, string | number | boolean>> = {},
): void {
  console.log(
    JSON.stringify({ event, at: new Date().toISOString(), level: levelOf(event, fields), ...fields }),
  );
}

function levelOf(event: string, fields: Readonly<Record<string, unknown>>): "info" | "warn" | "error" {
  if (ERRORS.has(event)) return "error";
  return "code" in fields || "reason" in fields ? "warn" : "info";
}
