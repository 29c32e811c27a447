import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CommandError } from "../command-errors.ts";
import { type Command, runCommand } from "./command.ts";
import { folder, port, required, settingsFiles, text, texts, webAddress, yes } from "./flags.ts";

class Exit extends Error {}

let printed: string[];
let code: number;
beforeEach(() => {
  printed = [];
  code = 0;
  const print = (line: unknown) => void printed.push(String(line));
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
  vi.spyOn(process, "exit").mockImplementation((status) => {
    code = Number(status);
    throw new Exit();
  });
});
afterEach(() => vi.restoreAllMocks());

const flags = {
  port: port(8787),
  state: text("THƯ_MỤC", "dữ liệu"),
  "env-file": settingsFiles(),
  kind: texts("LOẠI", "loại"),
  knowledge: folder("kiến thức"),
  url: webAddress("địa chỉ"),
  fast: yes("nhanh"),
};
type Given = Command<typeof flags>;

/** Runs a command with what was typed; what it was given, if it ran. */
async function run(args: readonly string[], also: Partial<Given> = {}) {
  let typed: Parameters<Given["run"]>[0] | undefined;
  const command: Given = {
    name: "npm run thử",
    does: "Thử.",
    flags,
    run: async (given) => {
      typed = given;
    },
    ...also,
  };
  await runCommand(command, args).catch((error: unknown) => {
    if (!(error instanceof Exit)) throw error;
  });
  return typed;
}

describe("a command is given", () => {
  it("what was typed, read and checked, and presets for the rest", async () => {
    const typed = await run(["--port=21000", "--kind", "a", "--fast", "--kind", "b", "--knowledge", "."]);
    expect(typed?.flags).toEqual({
      port: 21_000,
      state: undefined,
      "env-file": [],
      kind: ["a", "b"],
      knowledge: process.cwd(),
      url: undefined,
      fast: true,
    });
    expect((await run([]))?.flags).toMatchObject({ port: 8787, fast: false });
  });

  it("what isn't ours, as it was written, where that is passed on", async () => {
    const args = ["--ip", "0.0.0.0", "--port", "1", "-x", "--local"];
    const typed = await run(args, { passesOnTo: "wrangler dev" });
    expect(typed?.others).toEqual(["--ip", "0.0.0.0", "-x", "--local"]);
  });

  it("words, where it takes any", async () => {
    const typed = await run(["khu dân cư", "--fast", "là gì"], { words: "câu hỏi" });
    expect(typed?.words).toEqual(["khu dân cư", "là gì"]);
  });
});

describe("wrong use is one sentence, where the usage stands, and exit code 2", () => {
  it.each([
    [["--prot", "1"], "Không có --prot: có phải --port?"],
    [["--zzz"], "Không có --zzz."],
    [["-p", "1"], "Không có -p."],
    [["--port"], "Thiếu giá trị sau --port: cần SỐ."],
    [["--port", "--fast"], "Thiếu giá trị sau --port: cần SỐ."],
    [["--port="], "Thiếu giá trị sau --port: cần SỐ."],
    [["--port", "0"], "--port 0 không đúng: cần một số cổng từ 1 đến 65535."],
    [["--port", "65536"], "--port 65536 không đúng: cần một số cổng từ 1 đến 65535."],
    [["--port", "8o80"], "--port 8o80 không đúng: cần một số cổng từ 1 đến 65535."],
    [["--port", "1e3"], "--port 1e3 không đúng: cần một số cổng từ 1 đến 65535."],
    [["--fast=1"], "--fast không nhận giá trị."],
    [["--env-file", "nope.env"], "Không có tệp cài đặt nope.env."],
    [["--env-file", "."], ". không phải là tệp cài đặt."],
    [["--knowledge", "package.json"], "package.json không phải là thư mục."],
    [
      ["--url", "bot.example.org"],
      "--url bot.example.org không đúng: cần địa chỉ đầy đủ, ví dụ https://bot.example.org.",
    ],
    [["thừa"], "Thừa “thừa”."],
  ])("%j", async (args, sentence) => {
    expect(await run(args)).toBeUndefined();
    expect(printed).toEqual([sentence, "Cách dùng: npm run thử -- --help"]);
    expect(code).toBe(2);
  });

  it("a slip of our own flags is named even where others are passed on", async () => {
    expect(await run(["--prot", "1"], { passesOnTo: "wrangler dev" })).toBeUndefined();
    expect(printed[0]).toBe("Không có --prot: có phải --port?");
  });

  it("a flag that can't be left out", async () => {
    await runCommand(
      { name: "npm run thử", does: "", flags: { to: required("NƠI", "nơi") }, run: async () => {} },
      [],
    ).catch(() => {});
    expect(printed[0]).toBe("Thiếu --to NƠI.");
  });
});

it.each([["--help"], ["-h"], ["--zzz", "--help"]])(
  "%s shows every flag and does nothing",
  async (...args) => {
    expect(await run(args)).toBeUndefined();
    expect(code).toBe(0);
    for (const name of Object.keys(flags)) expect(printed[0]).toContain(`--${name}`);
    expect(printed[0]).toContain("Cách dùng: npm run thử -- [cờ]");
  },
);

describe("a failure", () => {
  const failing = (error: unknown) => ({ run: () => Promise.reject(error) });
  const refused = (code: string, more: object) =>
    Object.assign(new Error("words of the system"), { code, ...more });

  it.each([
    [new CommandError("Không trọn vẹn."), "Không trọn vẹn."],
    [
      refused("EADDRINUSE", { address: "127.0.0.1", port: 80 }),
      "Cổng 127.0.0.1:80 đang được một chương trình khác dùng: hãy chọn cổng khác bằng --port.",
    ],
    [refused("EROFS", { path: "/srv" }), "Không ghi được vào /srv: ổ đĩa chỉ cho đọc."],
    [
      refused("EACCES", { path: "/srv" }),
      "Không có quyền dùng /srv: xem lại chủ sở hữu và quyền, hoặc chọn nơi khác.",
    ],
    [refused("ERR_SQLITE_ERROR", { errcode: 13 }), "Không ghi được vào: ổ đĩa đã đầy."],
    [
      refused("ENOTFOUND", { hostname: "nix.invalid" }),
      "Không tìm thấy địa chỉ nix.invalid: xem lại --host.",
    ],
    [new Error("database or disk is full: SQLITE_FULL"), "Không ghi được vào: ổ đĩa đã đầy."],
    [
      new Error("D1_ERROR: Failed to get session commit token: internal error; reference = x"),
      "Không đọc hoặc không ghi được cơ sở dữ liệu: xem lại quyền và chỗ trống của ổ đĩa.",
    ],
  ])("that we know is one sentence and exit code 1: %s", async (error, sentence) => {
    await run([], failing(error));
    expect(printed).toEqual([sentence]);
    expect(code).toBe(1);
  });

  it("that nobody foresaw keeps its stack", async () => {
    for (const message of ["x is not a function", "D1_ERROR: no such table: x: SQLITE_ERROR"]) {
      await run([], failing(new TypeError(message)));
      expect(printed.join("\n")).toContain(message);
    }
    expect(code).toBe(1);
  });
});
