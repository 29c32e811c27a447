import { expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const FLAGS = ["port", "host", "state", "env-file", "persist-to"];

it.each([
  ["prot", "port"],
  ["pot", "port"],
  ["PORT", "port"],
  ["sate", "state"],
  ["envfile", "env-file"],
  ["presist-to", "persist-to"],
  ["ip", undefined],
  ["local", undefined],
  ["persist", undefined],
  ["", undefined],
])("%s: %s", (typed, meant) => expect(nearest(typed, FLAGS)).toBe(meant));
