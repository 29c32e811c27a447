/** How often the runtime is asked whether it lives, and how long it may take to say so, in milliseconds. */
const EVERY_MS = 10_000;
const PATIENCE_MS = 10_000;
/** Questions without an answer, one after the other, before it counts as dead. */
const MISSES = 3;
/** Restarts within ten minutes before something deeper must be wrong. */
const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 600_000;

export interface Watch {
  /** Resolves with a sentence for the log when a new start of everything is the only help left. */
  readonly broken: Promise<string>;
  /** To be told of each restart of the runtime. */
  readonly restarted: () => void;
  end(): void;
}

/** Watches over the runtime behind an address: any answer at all is a sign of life. */
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
