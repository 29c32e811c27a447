import { expect, it } from "vitest";
import { readNamedCase } from "./named-case.ts";

it.each([
  ["TB-VR2S-PMMH 2 tiếng", "TB-VR2S-PMMH", "2 tiếng"],
  ["2 tiếng TB-VR2S-PMMH", "TB-VR2S-PMMH", "2 tiếng"],
  ["cho anh Páo tbvr2spmmh nhé", "TB-VR2S-PMMH", "cho anh Páo nhé"],
  ["vr2s pmmh", undefined, "vr2s pmmh"],
  ["Páo", undefined, "Páo"],
  ["", undefined, ""],
])("the case that “%s” names, and its other words", (argument, code, rest) => {
  const named = readNamedCase(argument);
  expect(named.reading.kind === "code" ? named.reading.code : undefined).toBe(code);
  expect(named.rest).toBe(rest);
});

it.each(["TB-VR2S-PMMJ Páo", "2 tiếng TB-VR2S-PMMJ"])("a slip in a code is a slip: %s", (argument) =>
  expect(readNamedCase(argument).reading.kind).toBe("typo"),
);
