import { expect, it } from "vitest";
import { plainText, type Reply } from "../../../../messaging/reply.ts";
import { MINUTE } from "../../../../platform/time.ts";
import type { WaitingCase } from "../../book/case-alarms.ts";
import { callSupervisors } from "./call-supervisors.ts";

const CODE = "TB-VR2S-PMMH";
const waiting = {
  code: CODE,
  category: "assault",
  state: "received",
  version: 1,
  changedAt: 0,
} as WaitingCase;

async function told(cases: readonly WaitingCase[] | Error, code = CODE) {
  const all: { readonly key: string; readonly reply: Reply }[] = [];
  const urgentWaiting = async () => {
    if (cases instanceof Error) throw cases;
    return cases;
  };
  await callSupervisors(
    {
      book: { urgentWaiting } as never,
      tellSupervisors: async (key, reply) => void all.push({ key, reply }),
    },
    code,
    MINUTE,
  );
  return all;
}

it("calls for a case that waits, with the button that accepts it, under one name for each wait", async () => {
  const [first, ...more] = await told([waiting]);
  expect(more).toEqual([]);
  expect(first && plainText(first.reply)).toContain("1 PHÚT CHƯA AI NHẬN");
  expect(first?.reply.buttons?.[0]?.payload).toBe(`/xl ${CODE} accepted 1`);
  const [again] = await told([{ ...waiting, version: 3 }]);
  expect(again?.key).not.toBe(first?.key);
});

it("calls nobody for what doesn't wait, and fails in silence", async () => {
  expect(await told([waiting], "TB-AAAA-AAAA")).toEqual([]);
  expect(await told(new Error("no ledger"))).toEqual([]);
});
