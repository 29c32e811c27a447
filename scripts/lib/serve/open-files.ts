import { readFileSync } from "node:fs";

/** What an awake conversation holds open: its database with what SQLite keeps beside it. Measured on workerd. */
const FILES_EACH = 3;
/** For everything else, above all conversations that were answered in the last ten seconds and are still awake. */
const RESERVE = 2_500;
const FEWEST = 64;
/** Under this, an operator should hear of it. */
const COMFORTABLE = 8_192;

export interface OpenFiles {
  /** How many conversations may wait at the same time without the system refusing to open one more file. */
  readonly chatsAtOnce: number;
  /** A sentence for the operator where the system allows little. */
  readonly advice?: string;
}

/**
 * What the system's limit of open files means for conversations. The runtime inherits it from this process, and Node
 * raises it to the highest allowed when it starts.
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
