/** How often we check that the runtime answers, and how long it may take, in milliseconds. */
const EVERY_MS = 10_000;
const PATIENCE_MS = 10_000;
/** Unanswered checks in a row before it counts as dead. */
const MISSES = 3;
/** More restarts within ten minutes mean a deeper fault. */
const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 600_000;

export interface Watch {
  /** Resolves with a sentence for the log when only a complete new start helps. */
  readonly broken: Promise<string>;
  /** Call this after each restart of the runtime. */
  readonly restarted: () => void;
  end(): void;
}

/** Watches the runtime at an address: any answer shows that it is alive. */
export function watchRuntime(url: string): Watch {
  let giveUp: (why: string) => void = () => {};
  const broken = new Promise<string>((resolve) => {
    giveUp = resolve;
  });
  let misses = 0;
  const timer = setInterval(async () => {
    const alive = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      (response) => response.arrayBuffer(),
      () => null,
    );
    misses = alive === null ? misses + 1 : 0;
    if (misses >= MISSES) giveUp("Chương trình không còn trả lời.");
  }, EVERY_MS);
  const restarts: number[] = [];
  return {
    broken,
    restarted() {
      const now = Date.now();
      restarts.push(now);
      if (restarts.filter((at) => now - at < RESTARTS_WITHIN_MS).length >= RESTARTS)
        giveUp("Chương trình đã dừng đột ngột nhiều lần.");
    },
    end: () => clearInterval(timer),
  };
}
