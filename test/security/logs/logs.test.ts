import { describe, expect, it } from "vitest";
import { seenSoFar } from "../log-watch.ts";

describe("everything that this run printed", () => {
  it("holds no secret, no id and no word of a person", () => {
    const seen = seenSoFar();
    const leaks = seen.flatMap(({ source, leaks: found }) =>
      found.map((what) => `${source} printed ${what}`),
    );
    const counts = seen.map(({ source, lines }) => `${lines} of ${source}`);
    console.log(`log watch: searched ${counts.join(", ")} (lines); found ${leaks.length}`);
    expect(seen.length, "nothing was heard: run it with the rest of the suite").toBeGreaterThan(0);
    expect(leaks).toEqual([]);
  });
});
