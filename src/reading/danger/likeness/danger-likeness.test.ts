import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { readMessage } from "../../read-message.ts";
import { likeness } from "./danger-likeness.ts";

const like = (message: string) => likeness(readUtterance(message), "danger");

describe("likeness", () => {
  it("puts a cry above a question with the same words", () => {
    expect(like("nhà em đang cháy cứu với")).toBeGreaterThan(0);
    expect(like("làm cháy nhà người khác thì bị xử lý thế nào")).toBeLessThan(0);
  });
});

describe("frightened without saying of what", () => {
  it.each(["cứu", "help", "HELP HELP", "cứu với", "sos", "sắp chết rồi"])("%s", (message) => {
    expect(readMessage(message).danger?.numbers).toContain("115");
  });
});
