import { readFileSync } from "node:fs";

/** Open files of an awake conversation: its database and SQLite's files next to it. Measured on workerd. */
const FILES_EACH = 3;
/** For everything else, mainly conversations that were answered in the last ten seconds and are still awake. */
const RESERVE = 2_500;
const FEWEST = 64;
/** Below this an operator should be told. */
const COMFORTABLE = 8_192;

export interface OpenFiles {
  /** How many conversations may wait at the same time before the system refuses to open another file. */
  readonly chatsAtOnce: number;
  /** A sentence for the operator where the limit is low. */
  readonly advice?: string;
}

/**
 * The number of conversations that the system's limit of open files allows. The runtime inherits the limit from this
 * process; Node raises it to the maximum at the start.
 * @param limits Linux's own list, see proc(5)
 * @returns null where there is no such limit to read
 */
export function openFiles(limits = ownLimits()): OpenFiles | null {
  const limit = Number(/^Max open files\s+(\d+)/mu.exec(limits)?.[1]);
  if (!Number.isFinite(limit)) return null;
  const chatsAtOnce = Math.max(FEWEST, Math.floor((limit - RESERVE) / FILES_EACH));
  if (limit >= COMFORTABLE) return { chatsAtOnce };
  return {
    chatsAtOnce,
    advice: `Máy chỉ cho mở ${limit} tệp cùng lúc, đủ cho khoảng ${chatsAtOnce} người chờ trả lời. Hãy đặt LimitNOFILE (systemd) hoặc ulimit -n từ ${COMFORTABLE} trở lên.`,
  };
}

function ownLimits(): string {
  try {
    return readFileSync("/proc/self/limits", "utf8");
  } catch {
    return "";
  }
}
