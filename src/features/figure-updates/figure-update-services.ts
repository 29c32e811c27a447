import type { KeepMade } from "../figure-files/figure-files-feature.ts";
import type { FigureStore } from "../figures/figure-store.ts";
import type { Officials } from "../officials/directory.ts";
import type { DownloadFile } from "../officials/sent-file.ts";
import type { FigureUpdates } from "./updates.ts";

/** What sending figures needs; absent where nobody can send them. */
export interface FigureUpdateServices {
  /** The figures in use. */
  readonly figures: FigureStore;
  readonly officials: Pick<Officials, "roleOf" | "nameOf">;
  readonly updates: FigureUpdates;
  /** Only the figures of `knowledge/`: a step back may show them again. */
  readonly seed: FigureStore;
  readonly download: DownloadFile;
  /** Keeps the template that goes out; absent where there is nowhere to keep a file. */
  readonly keep?: KeepMade | undefined;
}
