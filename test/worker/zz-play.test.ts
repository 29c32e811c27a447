import { beforeAll, it } from "vitest";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { book } from "./reports-fixture.ts";
import CHATS from "./zz-chats.json" with { type: "json" };
beforeAll(migrate);
it("plays", async () => {
  const out: string[] = [];
  let ok = 0;
  for (const { say, want } of CHATS as { say: string; want: string }[]) {
    const chat = new CitizenChat({ now: Date.UTC(2026, 10, 28, 8, 0) });
    await chat.say("/baocao tối qua có đánh bạc ở chợ Kỳ Lừa");
    const code = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await chat.say("gửi"))?.[0] ?? "";
    chat.now += 5 * 60_000;
    const said = await chat.say(say.replace("TB", code));
    const last = (await book.history(code)).at(-1);
    const got = last?.action === "told_duty" ? (/xin rút/.test(last.text ?? "") ? "caseWithdraw!" : /muốn nói chuyện/.test(last.text ?? "") ? "caseOfficer" : /sửa lại/.test(last.text ?? "") ? "caseCorrect" : /đã yên/.test(last.text ?? "") ? "caseSettled" : "caseAdd") : /Rút tin/.test(said) ? "caseWithdraw" : /Nhận lúc|Tin anh\/chị đã gửi/.test(said) ? "caseStatus" : /cảm ơn|không có gì|vui/iu.test(said) ? "thanks" : "ordinary";
    const right = want.split("|").includes(got);
    if (right) ok++;
    out.push(`${right ? "ok " : "BAD"} ${want} -> ${got}: ${say}\n      ${said.replace(/\n+/g, " / ").slice(0, 260)}`);
  }
  console.log(`${out.join("\n")}\n${ok}/${CHATS.length}`);
});
