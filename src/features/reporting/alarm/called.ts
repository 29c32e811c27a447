import { type Call, CHAINS } from "./alarm-steps.ts";

const CALLED: Readonly<Record<Call, string>> = {
  group: "nhóm trực",
  onDuty: "người trực",
  next: "người kế tiếp",
  supervisors: "mọi người giám sát",
  owner: "người nhận",
  reporter: "người báo (khuyên gọi 113)",
};

/** @example calledInWords(["group", "next"]) // "nhóm trực, người kế tiếp" */
export const calledInWords = (calls: readonly Call[]): string => calls.map((call) => CALLED[call]).join(", ");

/** When the steps of a case that nobody has accepted come, in minutes: "2, 5, 10". */
export const waitsInWords = (): string => CHAINS.accept.steps.map(({ after }) => after).join(", ");
