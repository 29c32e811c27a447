import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plainText } from "../../../messaging/reply.ts";
import { beforeReport, type Deployment, READERS, readerBlocks } from "./readers-wording.ts";

const OWN: Deployment = {
  takesReports: true,
  isOwnServer: true,
  asksModel: false,
  searchesElsewhere: false,
};
const told = (change: Partial<Deployment> = {}) =>
  plainText({ blocks: [...readerBlocks({ ...OWN, ...change })] });
const named = (words: string) =>
  Object.entries(READERS).flatMap(([id, { who, sees }]) => (words.includes(`${who}: ${sees}`) ? [id] : []));

describe("who can read, in /quyenriengtu", () => {
  it("names everyone on a server of one's own", () => {
    expect(named(told())).toEqual(["duty", "telegram", "zalo", "sealed"]);
  });

  it.each([
    ["at Cloudflare", { isOwnServer: false }, "cloudflare"],
    ["with a model", { asksModel: true }, "model"],
    ["with Qdrant or embeddings", { searchesElsewhere: true }, "search"],
  ])("names one more %s", (_, change, more) => {
    expect(named(told(change))).toEqual(["duty", "telegram", "zalo", "sealed", more]);
  });

  it("says without keys that nothing is sealed, and names no duty group", () => {
    expect(named(told({ takesReports: false }))).toEqual(["telegramChats", "zalo", "unsealed"]);
  });
});

describe("before a report", () => {
  const notice = (channel: "zalo" | "telegram") => plainText({ blocks: [beforeReport(channel)] });

  it("names the duty group, Telegram abroad, the operator, and by Zalo who works in the account's console", () => {
    for (const words of [notice("zalo"), notice("telegram")])
      expect(words).toMatch(/nhóm trực.*Telegram.*nước ngoài.*người vận hành máy chủ.*\/quyenriengtu/u);
    expect(notice("zalo")).toMatch(/người quản trị trang Zalo này \(thấy tên, ảnh Zalo của anh\/chị\)/u);
    expect(notice("telegram")).not.toContain("Zalo");
    expect(notice("telegram")).toContain("biết tài khoản của anh/chị");
  });

  it("is short", () => {
    expect(notice("zalo").length).toBeLessThanOrEqual(320);
  });
});

/** Nobody can promise this: the messenger, its console and the operator know who writes. */
const TOO_MUCH =
  /không (?:ai|người nào) (?:biết|thấy|đọc|xem|hay)(?: được)? (?:anh|chị|tin|bạn|mình|người|là)|ẩn danh tuyệt đối|tuyệt đối (?:bí mật|an toàn|kín)|không thấy (?:anh\/chị|người báo) là ai|không (?:bao giờ )?bị lộ|bảo mật tuyệt đối|chỉ (?:mình )?(?:cán bộ|tổ) trực (?:đọc|thấy|biết)/iu;

describe("no words to people promise more than is true", () => {
  const root = join(import.meta.dirname, "../../../..");
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !/lexicon|-words\.ts$/u.test(name),
    )
    .map((name) => join("src", name));
  const documents = readdirSync(join(root, "knowledge/documents")).map((name) =>
    join("knowledge/documents", name),
  );

  it.each([...sources, ...documents, "src/features/incidents/incident-advice.json", "README.md"])(
    "%s",
    (file) => {
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      // How people ask isn't what we say.
      expect(lines.filter((line) => !line.startsWith("> Hỏi:") && TOO_MUCH.test(line))).toEqual([]);
    },
  );
});
