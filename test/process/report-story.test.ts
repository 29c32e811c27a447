import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cast, codeIn } from "./cast.ts";

/** A 1×1 PNG. */
const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (char) => char.charCodeAt(0),
);

/** A member of the duty group to whom nobody gave a role. */
const STRANGER = { id: "138000999", firstName: "Người", lastName: "lạ", username: "nguoi_la" };

let cast: Cast;
beforeAll(async () => {
  cast = await Cast.assemble();
});
afterAll(() => cast.dismiss());

describe("the story of one case", () => {
  it("from a frightened message to a handled case, exposing no one", async () => {
    const { zalo, telegram, server, citizenId } = cast;
    const shown = await cast.ask({
      kind: "photo",
      url: `${zalo.url}/media/${zalo.media.put({ bytes: PNG, type: "image/png" })}`,
      caption: "/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm áo kẻ ca rô vàng đánh bạc",
    });
    expect(shown).toMatch(/chợ Kỳ Lừa/);
    const code = codeIn(await cast.say("gửi"));
    expect(code).not.toBe("");

    const posted = await cast.inGroup(new RegExp(`${code}[\\s\\S]*chợ Kỳ Lừa`));
    await telegram.api.changes.waitUntil((changes) =>
      changes.find((change) => change.kind === "message" && change.message.photo !== undefined),
    );

    let told = zalo.sent.length;
    await cast.press(posted, "Tiếp nhận");
    expect(await cast.told(told)).toContain("đã tiếp nhận");
    const accepted = await cast.inGroup(/Đã tiếp nhận/);
    expect(accepted.messageId).toBe(posted.messageId);

    told = zalo.sent.length;
    await cast.reply(accepted, "Có khoảng mấy người ạ?");
    const preview = await cast.inGroup(/Chưa gửi[\s\S]*Có khoảng mấy người/);
    expect(preview.isProtected).toBe(true);
    expect(zalo.sent.length).toBe(told);
    await cast.press(preview, "Gửi", STRANGER);
    await telegram.api.sent.waitUntil((sent) =>
      sent.find(
        ({ chatId, text }) => chatId === server.settings.TELEGRAM_ADMIN_IDS && text.includes("Người lạ"),
      ),
    );
    expect(zalo.sent.length).toBe(told);
    await cast.press(preview, "Gửi");
    expect(await cast.told(told)).toContain("Có khoảng mấy người");

    await cast.say("Khoảng 6 người, hai xe máy");
    const answered = await cast.inGroup(/Khoảng 6 người/);

    told = zalo.sent.length;
    await cast.reply(answered, "// đã báo tổ tuần tra");
    await cast.inGroup(/nội bộ/i);
    expect(zalo.sent.length).toBe(told);

    expect(await cast.say(`/tracuu ${code}`)).toContain("Đã tiếp nhận");

    told = zalo.sent.length;
    await cast.finish(await cast.inGroup(/Đã tiếp nhận/));
    expect(await cast.told(told)).toMatch(/xử lý xong[\s\S]*Chưa xong/);

    expect(JSON.stringify([telegram.sent, telegram.calls.items])).not.toContain(citizenId);
    expect(server.output).not.toContain(citizenId);
    expect(server.output).not.toContain("ca rô vàng");
    expect(inLedger(server.stateDir, code)).not.toEqual([]);
    expect(inLedger(server.stateDir, citizenId)).toEqual([]);
    expect(inLedger(server.stateDir, "ca rô vàng")).toEqual([]);
  });
});

/** Files of the D1 databases that hold the text; Durable Objects know their own chat and are left out. */
function inLedger(dir: string, text: string): string[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.parentPath.includes("d1"))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(text));
}
