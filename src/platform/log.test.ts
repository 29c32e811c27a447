import { afterEach, expect, it, vi } from "vitest";
import { logEvent } from "./log.ts";

afterEach(() => vi.restoreAllMocks());

it.each([
  ["sweep", { woken: 2 }, "info"],
  ["send_deferred", { reason: "network" }, "warn"],
  ["journal_failed", { code: "SQLITE_FULL" }, "error"],
  ["alarm", { name: "disk" }, "error"],
] as const)("%s is one JSON line with its time, level and fields", (event, fields, level) => {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  logEvent(event, fields);
  const line = JSON.parse(String(print.mock.calls[0]?.[0]));
  expect(line).toEqual({ event, at: expect.any(String), level, ...fields });
  expect(new Date(line.at).toISOString()).toBe(line.at);
});
