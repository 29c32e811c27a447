import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkPort } from "../check-port.ts";
import { lockState, StateInUse } from "./lock.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-lock-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it("a folder is one server's at a time, and free again after it; the sentence names the process", () => {
  const state = join(dir, "a/b");
  const unlock = lockState(state);
  expect(statSync(state).mode & 0o077).toBe(0);
  expect(() => lockState(state)).toThrow(StateInUse);
  expect(() => lockState(state)).toThrow(`(tiến trình ${process.pid})`);
  unlock();
  lockState(state)();
});

it.skipIf(process.platform !== "linux")("a place that takes no folder is the system's error, at once", () => {
  expect(() => lockState("/proc/nowhere/state")).toThrow(expect.objectContaining({ code: "ENOENT" }));
  expect(existsSync("/proc/nowhere")).toBe(false);
});

it("a file where the folder should be is said to be one, whatever is asked for below it", () => {
  const file = join(dir, "file");
  writeFileSync(file, "");
  for (const path of [file, join(file, "state")])
    expect(() => lockState(path)).toThrow(expect.objectContaining({ code: "ENOTDIR", path: file }));
});

it("a port that is taken is the system's error; one that is free stays free", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await expect(checkPort(port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  await new Promise((resolve) => server.close(resolve));
  await checkPort(port);
  await checkPort(port);
});
