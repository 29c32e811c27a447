import { beforeAll, describe, expect, it } from "vitest";
import { Officials } from "../../src/features/officials/directory.ts";
import { openFile } from "../../src/features/reporting/duty/open-file.ts";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import { readMessage } from "../../src/reading/read-message.ts";
import { bindings, migrate } from "./bindings.ts";
import {
  book,
  bookContext,
  CONTENT,
  closedCase,
  desk,
  fresh,
  submission,
  T0,
  ZALO,
} from "./reports-fixture.ts";

const GROUP = "-1001380000138";
const [SUPERVISOR, COLLEAGUE, STRANGER] = ["138000001", "138000002", "555000555"];
const { ring, db } = bookContext;
const officials = new Officials(db, new Set([SUPERVISOR, COLLEAGUE]));

beforeAll(migrate);

const pdf = (key: string) => ({ key, kind: "file", bytes: 10, contentType: "application/pdf" }) as const;
const contentOf = (key: string) => ({ ...CONTENT, media: [pdf(key)] });

interface Heard {
  readonly replies: readonly Reply[] | null;
  readonly words: string;
  readonly told: readonly { readonly chat: string; readonly reply: Reply }[];
}

async function hear(payload: string, change: Partial<Inbound> = {}): Promise<Heard> {
  const told: { chat: string; reply: Reply }[] = [];
  const reading = readMessage(payload);
  const chat = change.chat ?? SUPERVISOR;
  const inbound: Inbound = {
    key: fresh(),
    channel: "telegram",
    chat,
    sender: SUPERVISOR,
    isPrivate: !chat.startsWith("-"),
    at: T0,
    content: { kind: "text", text: payload, tapped: true },
    ...change,
  };
  const reporting = {
    book,
    ring,
    officials,
    dutyChat: GROUP,
    media: new MediaStore({ bucket: bindings.MEDIA, db, ring, download: async () => new Uint8Array() }),
    carry: async () => undefined,
    ...desk,
    tell: async (to: string, _key: string, reply: Reply) => void told.push({ chat: to, reply }),
  };
  const context = {
    inbound,
    reading,
    utterance: reading.utterance,
    session: {},
    matter: "none" as const,
    now: T0,
  };
  const replies = (await openFile(reporting, context))?.replies ?? null;
  return { replies, words: (replies ?? []).map(plainText).join("\n"), told };
}

async function caseWith(key: string): Promise<string> {
  return (await book.submit(submission({ content: contentOf(key) }))).code;
}
const name = () => `${fresh()}-`.padEnd(43, "x");
const filesIn = ({ replies }: Heard) => (replies ?? []).flatMap(({ attachments = [] }) => attachments);
const audited = async (code: string) =>
  (
    await db
      .prepare("SELECT actor FROM audit WHERE action = 'file_opened' AND subject = ?")
      .bind(code)
      .all<{ actor: string }>()
  ).results.map(({ actor }) => actor);

describe("a file that is only offered", () => {
  it("is warned of in the handler's own chat, opened there, protected and on record", async () => {
    const key = name();
    const code = await caseWith(key);
    const asked = await hear(`/xemtep ${code} ${key.slice(0, 10)}`, { chat: GROUP });
    expect(filesIn(asked)).toEqual([]);
    expect(asked.told.map(({ chat }) => chat)).toEqual([SUPERVISOR]);
    const sure = asked.told[0]?.reply.buttons?.[0]?.payload ?? "";
    expect(await audited(code)).toEqual([]);
    const opened = await hear(sure);
    expect(filesIn(opened)).toEqual([{ key, kind: "file" }]);
    expect(opened.replies?.[0]?.protect).toBe(true);
    expect(await audited(code)).toEqual([SUPERVISOR]);
    expect((await book.history(code)).at(-1)).toMatchObject({
      action: "noted",
      text: expect.stringContaining("PDF"),
    });
  });

  it.each<readonly [string, Partial<Inbound>]>([
    ["a member without a role", { chat: GROUP, sender: STRANGER }],
    ["a stranger in private", { chat: STRANGER, sender: STRANGER }],
    ["a supervisor in another group", { chat: "-1009" }],
    ["a forwarded message", { forwarded: true }],
    ["the same id on Zalo", { channel: "zalo" }],
  ])("isn't opened for %s", async (_, change) => {
    const key = name();
    const code = await caseWith(key);
    for (const step of ["", " mo"]) {
      const heard = await hear(`/xemtep ${code} ${key.slice(0, 10)}${step}`, change);
      expect([filesIn(heard), heard.told, await audited(code)]).toEqual([[], [], []]);
      expect(heard.words).toMatch(/vai trò|quyền/);
    }
  });

  it("isn't shown in the group, whatever is typed there", async () => {
    const key = name();
    const code = await caseWith(key);
    const heard = await hear(`/xemtep ${code} ${key.slice(0, 10)} mo`, { chat: GROUP });
    expect([filesIn(heard), heard.told.length]).toEqual([[], 1]);
  });

  it("is gone with its case, and of another case it is none", async () => {
    const [key, other] = [name(), await caseWith(name())];
    const code = await closedCase({ content: contentOf(key) });
    await book.erase({ reporter: ZALO, at: T0 + 9, key: fresh(), why: "request" });
    for (const of of [code, other])
      expect((await hear(`/xemtep ${of} ${key.slice(0, 10)} mo`)).words).toContain("không còn");
  });

  it("leaves every other message alone", async () => {
    expect((await hear("/xemtep gì đó")).replies).toBeNull();
    expect((await hear("/tin")).replies).toBeNull();
  });
});
