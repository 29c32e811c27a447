import { expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { bareSlot } from "./bare-slot.ts";

/** Whatever is kept fails: the message was taken for the beginning of a telling. */
const failing = {
  get ring(): never {
    throw new Error("taken");
  },
  get media(): never {
    throw new Error("taken");
  },
} as unknown as ReportingServices;
const isTaken = async (...given: Parameters<typeof contextOf>) => {
  try {
    return (await bareSlot(failing).take(contextOf(...given))) !== null;
  } catch {
    return true;
  }
};

it.each(["em ở ngay cổng chợ Kỳ Lừa ạ", "dem qua", "o canh cau Ky Cung"])(
  "a place or a time alone begins a telling: %s",
  async (said) => expect(await isTaken(said)).toBe(true),
);

it.each([
  ["more than a slot", "em ở chợ Kỳ Lừa thấy có trộm", {}],
  ["a question", "chợ Kỳ Lừa ở đâu", {}],
  ["thanks", "cảm ơn em", {}],
  ["a piece of what is open", "đêm qua", { matter: "incident" }],
  ["a group", "đêm qua", { isPrivate: false }],
  ["a figure that sounds like an address", "số liệu cơ quan 2022", {}],
  ["the figure of a kind of place", "xã đạt chuẩn 2022", {}],
  ["a danger that sounds like a time", "dot quy", {}],
  ["a wrong that ends with a time", "dam cuoi mo loa to den khuya", {}],
] as const)("%s is left to the others", async (_, said, given) =>
  expect(await isTaken(said, given)).toBe(false),
);
