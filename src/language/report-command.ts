const COMMAND = /^\/(?:baocao|bao_cao|baotin|togiac)(?:@\w+)?(?:\s+([\s\S]*))?$/iu;

/**
 * What is told behind the command that begins a report, empty where nothing is; null where the text isn't that command.
 * @example afterReportCommand("/baocao mất xe ở chợ") // "mất xe ở chợ"
 */
export function afterReportCommand(text: string): string | null {
  const found = COMMAND.exec(text);
  return found === null ? null : (found[1] ?? "").trim();
}
