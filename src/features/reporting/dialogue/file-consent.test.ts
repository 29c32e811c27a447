import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import { consentQuestion } from "./file-consent.ts";
import { readIntent } from "./intents.ts";

const pdf = { key: "a", kind: "file", bytes: 235_520, contentType: "application/pdf" } as const;
const voice = { key: "b", kind: "audio", bytes: 9_000, contentType: "audio/ogg" } as const;
const heic = { key: "c", kind: "file", bytes: 2_097_152, contentType: "image/heic" } as const;

describe("the question before a telling file goes", () => {
  it("names the file and what it may tell", () => {
    expect(plainText(consentQuestion([pdf]))).toMatch(/Tệp \(PDF, 230 KB\): vẫn gửi kèm\?[\s\S]*tên máy/u);
    expect(plainText(consentQuestion([pdf]))).not.toMatch(/giọng nói|gửi dạng tệp/u);
  });

  it("of a voice warns of the voice, of a picture says how to send it better", () => {
    expect(plainText(consentQuestion([voice]))).toMatch(/giọng nói/u);
    expect(plainText(consentQuestion([voice]))).not.toContain("tên máy");
    expect(plainText(consentQuestion([heic, voice]))).toMatch(/tên máy[\s\S]*giọng nói[\s\S]*gửi dạng tệp/u);
  });

  it("says which are posted: what couldn't be cleaned never is, a cleaned recording is", () => {
    const cleanVoice = { ...voice, contentType: "audio/mp4", clean: true } as const;
    expect(plainText(consentQuestion([pdf, voice]))).toMatch(/không đăng lên nhóm trực/u);
    expect(plainText(consentQuestion([pdf, voice]))).not.toMatch(/được đăng/u);
    expect(plainText(consentQuestion([cleanVoice]))).toMatch(/được đăng trong nhóm/u);
    expect(plainText(consentQuestion([cleanVoice]))).not.toMatch(/không đăng/u);
  });

  it("has two answers that are understood, also typed", () => {
    const meant = (words: string) => readIntent(readUtterance(words));
    expect(consentQuestion([pdf]).buttons?.map(({ payload }) => meant(payload))).toEqual([
      "attach",
      "leave_out",
    ]);
    expect(meant("vẫn gửi kèm nhé")).toBe("attach");
    expect(meant("thôi bỏ tệp này đi")).toBe("leave_out");
    expect(meant("gửi")).toBe("send");
    expect(meant("bỏ tệp")).toBe("drop_media");
  });
});
