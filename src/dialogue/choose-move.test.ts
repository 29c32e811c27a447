import { describe, expect, it } from "vitest";
import { ACTS, type Act } from "../reader/names/act.ts";
import { MATTERS } from "../reader/names/labels.ts";
import { chooseMove } from "./choose-move.ts";
import { CAUTION, OF_CASE, POLICY } from "./policy.ts";

const sure = (is: Act) => ({ acts: [{ is, p: 1 }] });

describe("the move", () => {
  const cells = MATTERS.flatMap((matter) => ACTS.map((act) => [matter, act, POLICY[matter][act]] as const));

  it.each(cells)("with %s open, %s → %s", (matter, act, move) =>
    expect(chooseMove(matter, sure(act))).toBe(move),
  );

  const ofCase = (["named", "ended"] as const).flatMap((how) =>
    ACTS.map((act) => [how, act, OF_CASE[how].row[act]] as const),
  );
  it.each(ofCase)("of a report that is %s, %s → %s", (how, act, move) =>
    expect(chooseMove("filed", sure(act), how)).toBe(move),
  );

  it("of a report that nobody is sure of says the words to its handlers where it is named", () => {
    expect(chooseMove("filed", { acts: [] }, "named")).toBe("caseAdd");
    expect(chooseMove("filed", { acts: [] }, "ended")).toBe("caseUnsure");
  });

  it("counts acts together that lead to the same move", () => {
    const acts = [
      { is: "send", p: 0.3 },
      { is: "more", p: 0.28 },
      { is: "tell", p: 0.26 },
      { is: "chat", p: 0.16 },
    ] as const;
    expect(chooseMove("draft", { acts })).toBe("draftAdd");
  });

  it.each(MATTERS)("is the cautious one with %s open, where none is probable enough", (matter) => {
    const acts = ACTS.map((is) => ({ is, p: 1 / ACTS.length }));
    const { least, otherwise } = CAUTION[matter];
    const together = ACTS.filter((act) => POLICY[matter][act] === otherwise).length / ACTS.length;
    expect(Math.max(together, 1 / ACTS.length)).toBeLessThan(1);
    if (together < least) expect(chooseMove(matter, { acts })).toBe(otherwise);
    expect(chooseMove(matter, { acts: [] })).toBe(otherwise);
  });
});
