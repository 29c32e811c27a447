import { describe, expect, it } from "vitest";
import type { Actor } from "../case.ts";
import type { ReportState } from "../report.ts";
import { findMove, isClosed, movesFor, WORKFLOW } from "./workflow.ts";
import { CITIZEN_WORDS, citizenWords, STATE_NAMES } from "./workflow-wording.ts";

const states = Object.keys(WORKFLOW) as ReportState[];
const duty: Actor = { kind: "official", id: "1", label: "Trực", role: "duty" };
const supervisor: Actor = { ...duty, role: "supervisor" };
const reporter: Actor = { kind: "reporter" };
const LABELS = ["Tiếp nhận", "Đang xử lý", "Đã xong", "Không xử lý", "Trùng", "Chuyển"];

describe("the workflow", () => {
  it("every label begins as the buttons are known", () => {
    for (const move of Object.values(WORKFLOW).flat())
      expect(LABELS.some((label) => move.label.startsWith(label))).toBe(true);
  });

  it("a case that is open goes on, and one that isn't is no longer the duty's but by forwarding", () => {
    for (const state of states) {
      const open = movesFor(state, duty);
      if (!isClosed(state)) expect(open.length).toBeGreaterThan(1);
      else expect(open.map((move) => move.to)).toEqual(state === "forwarded" ? ["resolved"] : []);
    }
  });

  it("every state can be reached and none leads to itself", () => {
    const reached = new Set<ReportState>(["received"]);
    for (const state of reached) for (const { to } of WORKFLOW[state]) reached.add(to);
    expect([...reached].sort()).toEqual([...states].sort());
    for (const state of states) expect(WORKFLOW[state].map(({ to }) => to)).not.toContain(state);
  });

  it("work begins only after acceptance", () => {
    expect(findMove("received", "in_progress", supervisor)).toBeNull();
    expect(findMove("received", "resolved", supervisor)).toBeNull();
  });

  it("a citizen only reopens what was closed as solved or rejected; the machine moves nothing", () => {
    const allowed = states.filter((state) => movesFor(state, reporter).length > 0);
    expect(allowed).toEqual(["resolved", "rejected"]);
    expect(states.flatMap((state) => movesFor(state, { kind: "system" }))).toEqual([]);
  });

  it("a supervisor can put right what the duty closed", () => {
    for (const state of states.filter(isClosed))
      expect(findMove(state, "in_progress", supervisor)).not.toBeNull();
  });
});

describe("the words", () => {
  it("there are some for each state", () => {
    for (const state of states) {
      expect(STATE_NAMES[state]).not.toBe("");
      expect(CITIZEN_WORDS[state]).not.toBe("");
    }
  });

  it("a reason and a destination are told, a duplicate's code never is", () => {
    expect(citizenWords("rejected", "Không đủ thông tin.")).toContain("Lý do: Không đủ thông tin.");
    expect(citizenWords("forwarded", "Công an xã")).toContain("Nơi nhận: Công an xã");
    expect(citizenWords("duplicate", "TB-AAAA-AAAA")).not.toContain("TB-AAAA");
    expect(citizenWords("rejected", " ")).toBe(CITIZEN_WORDS.rejected);
  });
});
