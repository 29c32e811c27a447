/**
 * One structured log line. Fields are counts, codes and names from our own code: never a text, an id of a person,
 * a token or an address that came from outside.
 */
export function logEvent(
  event: string,
  fields: Readonly<Record<string, string | number | boolean>> = {},
): void {
  console.log(JSON.stringify({ event, ...fields }));
}
