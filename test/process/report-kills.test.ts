import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form } from "../long-form.ts";
import { Cast, codeIn } from "./cast.ts";
import { unrecordedParts } from "./state-on-disk.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await Cast.assemble();
});
afterAll(() => cast.dismiss());

/** Parts that a death found unsent or not written down as sent: only these may come twice. */
let mayRepeat = 0;

/** Steps at which it dies: in the short form where the report is written down, and where the reporter's answer is. */
const DEADLY = form({ short: ["sent", "answered"], long: ["sent", "accepted", "asked", "answered", "done"] });

/** The process dies right after the 200 and comes back. */
async function dieAndReturnAt(step: string): Promise<void> {
  if (!DEADLY.includes(step)) return;
  await cast.server.kill();
  mayRepeat += unrecordedParts(cast.server.stateDir, cast.server.settings).length;
  await cast.server.start();
}

describe("a process killed at each step of a case's life", () => {
  it("loses no report, shows one code, skips no state", async () => {
    const { zalo, telegram } = cast;
    await cast.say("/baocao tối qua ở chợ Kỳ Lừa có nhóm đánh bạc");

    let told = zalo.sent.length;
    await cast.tell({ kind: "text", text: "gửi" });
    await dieAndReturnAt("sent");
    const code = codeIn(await cast.toldOf(told, "TB-"));
    const posted = await cast.inGroup(new RegExp(`${code}[\\s\\S]*chợ Kỳ Lừa`));

    told = zalo.sent.length;
    await cast.press(posted, "Tiếp nhận");
    await dieAndReturnAt("accepted");
    await cast.toldOf(told, "đã tiếp nhận");
    const accepted = await cast.inGroup(/Đã tiếp nhận/);

    told = zalo.sent.length;
    await cast.reply(accepted, "Có mấy người ạ?");
    await dieAndReturnAt("written");
    await cast.press(await cast.inGroup(/Chưa gửi[\s\S]*Có mấy người/), "Gửi");
    await dieAndReturnAt("asked");
    await cast.toldOf(told, "Có mấy người");

    await cast.tell({ kind: "text", text: "Khoảng 6 người" });
    await dieAndReturnAt("answered");
    await cast.inGroup(/Khoảng 6 người/);

    told = zalo.sent.length;
    await cast.finish(accepted);
    await dieAndReturnAt("done");
    await cast.toldOf(told, "xử lý xong");

    told = zalo.sent.length;
    await cast.tell({ kind: "text", text: "/tincuatoi" });
    await cast.toldOf(told, "Đã xong");
    const codes = new Set(JSON.stringify(zalo.sent).match(/TB-[0-9A-Z]{4}-[0-9A-Z]{4}/g));
    expect([...codes]).toEqual([code]);
    told = zalo.sent.length;
    await cast.tell({ kind: "text", text: `/tracuu ${code}` });
    await cast.toldOf(told, "Đã xong");
    const words = [...zalo.sent, ...telegram.sent].map(({ text }) => text);
    expect(words.length - new Set(words).size).toBeLessThanOrEqual(mayRepeat);
  });
});
