import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DispatchBody } from "../book/dispatch.ts";
import { answer, beginDraft, type Input } from "../dialogue/dialogue.ts";
import type { ReportContent } from "../report.ts";
import { reopenToDuty, reportToDuty, wordsToDuty } from "./to-duty.ts";

const SRC = join(import.meta.dirname, "../../..");
const GATE = "features/reporting/citizen/to-duty.ts";
const NOW = Date.UTC(2026, 10, 28);
const OWN = "em là Kiều Trinh, 0935246810, nhà em ở số 31 ngách 9";
const MARKERS = /Trinh|0935246810|31|ngách/u;

describe("the ways of a citizen's words to the handlers", () => {
  const calls = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => {
      const code = readFileSync(join(SRC, name), "utf8");
      return [...code.matchAll(/\.(submit|relayToDuty|reopen|setFacts)\(/gu)].map(
        ([, what]) => `${name} ${what}`,
      );
    });

  it("are five, and all of them go through the gate", () => {
    expect(calls.sort()).toEqual([
      `${GATE} relayToDuty`,
      `${GATE} reopen`,
      `${GATE} setFacts`,
      `${GATE} setFacts`,
      `${GATE} submit`,
    ]);
  });

  it("are all that the book can send to the duty group with words in it", () => {
    const withWords = DispatchBody.options
      .filter(({ shape }) => "text" in shape || "media" in shape)
      .map(({ shape }) => shape.kind.value);
    // The last two are an official's words to the reporter.
    expect(withWords).toEqual(["reporter_said", "reopened", "state_changed", "duty_said"]);
  });
});

describe("every field of a report", () => {
  const inputs: readonly Input[] = [
    { kind: "text", text: OWN },
    { kind: "text", text: `(sửa lại) ${OWN}` },
    { kind: "location", lat: 21.85, lng: 106.76, label: OWN },
    { kind: "media", media: [], lost: [], caption: OWN },
  ];
  const steps = ["what", "where", "when", "details", "summary"] as const;

  it.each(steps.flatMap((step) => inputs.map((input) => [step, input.kind, input] as const)))(
    "hides what was told at %s by %s",
    async (step, _, input) => {
      const begun = beginDraft("bị lừa chuyển khoản ở chợ", NOW).draft;
      const { draft } = answer({ ...begun, step }, input, NOW);
      let stored: ReportContent | undefined;
      const submit = async ({ content }: { readonly content: ReportContent }) => {
        stored = content;
        return { code: "TB-AAAA-BBBB", receivedAt: NOW, dueAt: NOW, repeated: false };
      };
      const reporter = { channel: "zalo", chat: "1" } as const;
      const rest = { submissionKey: "k", reporter, lane: "crime", at: NOW, likelySpam: false } as const;
      const { findings } = await reportToDuty({ submit }, draft, rest);
      expect(stored).toBeDefined();
      expect(JSON.stringify(stored)).not.toMatch(MARKERS);
      expect(findings.every(({ shown }) => shown === "hidden")).toBe(true);
    },
  );
});

describe("words on a report that was sent", () => {
  const message = {
    code: "TB-AAAA-BBBB",
    reporter: { channel: "zalo", chat: "1" } as const,
    media: [],
    at: NOW,
    key: "k",
  };

  it("are screened; our own words before them aren't", async () => {
    const said: string[] = [];
    const relayToDuty = async ({ text }: { readonly text: string }) => {
      said.push(text);
      return { kind: "relayed", repeated: false } as const;
    };
    const words = { text: `nó đeo kính, ${OWN}`, asked: new Set([]), danger: false };
    await wordsToDuty({ relayToDuty }, { ...words, lead: "Người báo cho chuyển: " }, message);
    expect(said[0]).toMatch(/^Người báo cho chuyển: nó đeo kính, em là/u);
    expect(said[0]).not.toMatch(MARKERS);
  });

  it("none go with a case that is opened again", async () => {
    const reopen = async ({ text }: { readonly text: string }) => {
      expect(text).toBe("");
      return { kind: "not_closed" } as const;
    };
    await reopenToDuty({ reopen }, message);
    expect.assertions(1);
  });
});
