import { describe, expect, it } from "vitest";
import type { ReportMedia } from "../report.ts";
import { decided, offered, postable, undecided } from "./telling-files.ts";

const file = (key: string, more: Partial<ReportMedia> & { agreed?: true } = {}) => ({
  key,
  kind: "image" as const,
  bytes: 1,
  contentType: "image/jpeg",
  ...more,
});
const FILES = [
  file("clean", { clean: true }),
  file("unclean"),
  file("agreed", { agreed: true }),
  file("voice", { kind: "audio", contentType: "audio/ogg", clean: true }),
  file("voice in a file", { kind: "file", contentType: "audio/mp4", clean: true }),
];
const keys = (files: readonly ReportMedia[]) => files.map(({ key }) => key);

describe("files that tell of their maker", () => {
  it("wait for the citizen's word, voices too; the others go", () => {
    expect(keys(undecided(FILES))).toEqual(["unclean", "voice", "voice in a file"]);
    expect(decided(FILES)).toEqual([file("clean", { clean: true }), file("agreed")]);
  });

  it("are never posted, also where an older report doesn't say", () => {
    expect(keys(postable(FILES))).toEqual(["clean", "voice", "voice in a file"]);
    expect(keys(offered(FILES))).toEqual(["unclean", "agreed"]);
  });
});
