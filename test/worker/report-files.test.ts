import { env } from "cloudflare:workers";
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { DAY_LIMITS, MEGABYTE } from "../../src/features/reporting/media/day-limits.ts";
import { usedShare } from "../../src/features/reporting/media/day-use.ts";
import { MediaRows } from "../../src/features/reporting/media/media-rows.ts";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import { FILE_LIMITS } from "../../src/features/reporting/report.ts";
import { bytesOf } from "../../src/messaging/media.ts";
import { runs } from "../fuzz/runs.ts";
import { bindings, migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { photo } from "./photo.ts";
import { book, bookContext, DUTY, fresh, T0 } from "./reports-fixture.ts";

const { ring, db } = bookContext;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WALKS = runs((env as unknown as { readonly FUZZ?: string }).FUZZ, 40, 0.02);

beforeAll(migrate);
afterEach(empty);

async function empty(): Promise<void> {
  await bindings.MEDIA.delete(await blobs());
  await db.batch([db.prepare("DELETE FROM report_media"), db.prepare("DELETE FROM report_media_use")]);
}

async function blobs(): Promise<string[]> {
  return (await bindings.MEDIA.list()).objects.map(({ key }) => key).sort();
}

async function rows(): Promise<string[]> {
  const { results } = await db.prepare("SELECT key FROM report_media ORDER BY key").all<{ key: string }>();
  return results.map(({ key }) => key).sort();
}

const bytesOfText = (words: string) => new Uint8Array(new TextEncoder().encode(words));
const PDF = bytesOfText("%PDF-1.4 /Author (NGUYEN-VAN-THU)");

interface ShownFile {
  readonly kind?: "image" | "video" | "audio" | "file";
  readonly bytes?: number;
  readonly caption?: string;
}

class Chat extends CitizenChat {
  show({ kind = "image", bytes, caption }: ShownFile = {}): Promise<string> {
    return this.hear({
      kind: "media",
      media: [{ kind, ref: "r", ...(bytes !== undefined && { bytes }) }],
      ...(caption !== undefined && { caption }),
    });
  }

  async submitted(): Promise<string> {
    return /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(await this.say("gửi"))?.[0] ?? "";
  }

  async pass(span: number): Promise<void> {
    this.now += span;
  }

  /** What cron does for reports and files. */
  async sweep(): Promise<void> {
    await book.sweepRetention(this.now, async () => {});
    await this.media.sweep(this.now, "");
  }
}

async function close(code: string, at: number): Promise<void> {
  const move = { code, actor: DUTY, at };
  await book.move({ ...move, to: "accepted", expectedVersion: 1, key: fresh() });
  await book.move({ ...move, to: "resolved", note: "Xong", expectedVersion: 2, key: fresh() });
  for (const dispatch of await book.pendingDispatches(500)) await book.markDelivered(dispatch.key, at);
}

/** Asked once, and answered. */
async function cancel(chat: Chat): Promise<string> {
  const asked = await chat.say("huỷ");
  return asked.includes("Xoá tin") ? chat.say("xoá") : asked;
}

describe("a stored file", () => {
  it("of several frames comes back, and nothing of it is in the store in clear", async () => {
    const store = new Chat();
    store.file = new Uint8Array(3 * MEGABYTE + 5).fill(7);
    store.file.set(PDF);
    const { media } = await store.media.keepAll(
      store.inbound({ kind: "media", media: [{ kind: "file", ref: "r" }] }),
      { by: "citizen", now: T0 },
    );
    const [key = ""] = await blobs();
    expect(media).toEqual([{ key, kind: "file", bytes: 3 * MEGABYTE + 5, contentType: "application/pdf" }]);
    const kept = await store.media.read(key);
    expect(kept).toMatchObject({ size: 3 * MEGABYTE + 5, contentType: "application/pdf" });
    if (kept === null) throw new Error("gone");
    let parts = 0;
    for await (const part of kept.open()) {
      parts += 1;
      expect(part.length).toBeLessThanOrEqual(MEGABYTE);
    }
    expect(parts).toBeGreaterThanOrEqual(4);
    const bytes = await bytesOf(kept);
    expect([bytes.length, new TextDecoder().decode(bytes.subarray(0, PDF.length))]).toEqual([
      3 * MEGABYTE + 5,
      new TextDecoder().decode(PDF),
    ]);
    const object = await bindings.MEDIA.get(key);
    const raw = new TextDecoder("latin1").decode(await object?.arrayBuffer());
    expect(raw).not.toMatch(/NGUYEN-VAN|application|chat-key/u);
    expect(object?.customMetadata).toEqual({});
  });

  it("that an earlier version stored as one sealed value is still read", async () => {
    await bindings.MEDIA.put("older", await ring.sealBytes(photo(), "media/older"), {
      customMetadata: { contentType: "image/jpeg" },
    });
    const kept = await new Chat().media.read("older");
    expect(kept).toMatchObject({ contentType: "image/jpeg", size: photo().length });
    expect(kept === null ? null : await bytesOf(kept)).toEqual(photo());
    expect(await new Chat().media.read("nowhere")).toBeNull();
  });
});

describe("a file without an owner", () => {
  it("isn't there after 60 photos, a cancelled draft, one begun anew and an erasure", async () => {
    const chat = new Chat();
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    for (let i = 0; i < DAY_LIMITS.citizen.files; i += 1) await chat.show();
    expect(await blobs()).toHaveLength(FILE_LIMITS.files);
    expect(chat.fetched).toBe(FILE_LIMITS.files);
    expect(await chat.show()).toContain(`giữ được ${FILE_LIMITS.files} tệp`);
    await cancel(chat);
    expect(await blobs()).toEqual([]);
    await empty();

    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    await chat.show();
    await chat.say("/baocao mất xe ở bến xe");
    expect(await blobs()).toEqual([]);
    await chat.show({ caption: "/baocao mất xe ở bến xe phía Bắc" });
    await chat.show();
    await chat.say("/xoadulieu");
    expect([await blobs(), await rows()]).toEqual([[], []]);
  });

  it("isn't stored in reply to a message about an erased case, nor about somebody else's", async () => {
    const chat = new Chat();
    await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" });
    const code = await chat.submitted();
    await close(code, chat.now);
    await chat.say("/xoadulieu");
    expect(await blobs()).toEqual([]);
    chat.about = code;
    const before = chat.fetched;
    await chat.show();
    expect([await blobs(), chat.fetched]).toEqual([[], before]);

    const stranger = new Chat();
    await stranger.show({ caption: "/baocao mất xe ở bến xe" });
    chat.about = await stranger.submitted();
    await chat.show();
    expect([(await blobs()).length, chat.fetched]).toEqual([1, before]);
  });

  it("whose draft was left lying goes after a day, cron alone", async () => {
    const chat = new Chat();
    await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" });
    chat.now += DAY - HOUR;
    await chat.sweep();
    expect(await blobs()).toHaveLength(1);
    chat.now += 3 * HOUR;
    await chat.sweep();
    expect([await blobs(), await rows()]).toEqual([[], []]);
  });

  it("of a draft that goes on stays as long as the draft", async () => {
    const chat = new Chat();
    await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" });
    chat.now += 20 * HOUR;
    await chat.say("thêm: có ba người");
    chat.now += 20 * HOUR;
    await chat.sweep();
    const code = await chat.submitted();
    const [file] = (await book.get(code))?.content.media ?? [];
    expect(await chat.media.read(file?.key ?? "")).not.toBeNull();
    chat.now += 30 * DAY;
    await chat.sweep();
    expect(await blobs()).toHaveLength(1);
  });

  it("is found by the sweep whatever put it there, and a row without its file is closed", async () => {
    const chat = new Chat();
    await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" });
    const code = await chat.submitted();
    const [key = ""] = await rows();
    await bindings.MEDIA.put("stray", "x");
    await chat.media.sweep(Date.now(), "");
    expect(await blobs()).toContain("stray");
    expect(await chat.media.sweep(Date.now() + HOUR, "")).toMatchObject({ ownerless: 1, missing: 0 });
    expect(await blobs()).toEqual([key]);
    await bindings.MEDIA.delete(key);
    expect(await chat.media.sweep(chat.now, "")).toMatchObject({ ownerless: 0, missing: 1 });
    expect(await rows()).toEqual([]);
    expect((await book.get(code))?.content.media).toHaveLength(1);
  });

  it("that failed to come leaves no row", async () => {
    const chat = new Chat();
    chat.file = null;
    expect(await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" })).toContain("không tải được");
    expect([await blobs(), await rows()]).toEqual([[], []]);
  });
});

describe("the day's limits", () => {
  it("by bytes: what is too much isn't fetched, and the citizen is told; words still go", async () => {
    const chat = new Chat();
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    const each = 20 * MEGABYTE;
    const fits = Math.floor((DAY_LIMITS.citizen.megabytes * MEGABYTE) / each);
    for (let i = 0; i < fits; i += 1) await chat.show({ bytes: each });
    expect(chat.fetched).toBe(fits);
    expect(await chat.show({ bytes: each })).toContain("quá số tệp nhận được trong một ngày");
    expect(chat.fetched).toBe(fits);
    expect(await chat.submitted()).not.toBe("");
    chat.now += DAY;
    await chat.show({ caption: "/baocao hôm nay lại có", bytes: each });
    expect(chat.fetched).toBe(fits + 1);
  });

  it("by number, over cancelled drafts too", async () => {
    const chat = new Chat();
    for (let i = 0; i < DAY_LIMITS.citizen.files + 5; i += 1) {
      await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" });
      await cancel(chat);
    }
    expect(chat.fetched).toBe(DAY_LIMITS.citizen.files);
  });

  it("of everyone stop every chat, and supervisors can be told before", async () => {
    const { files } = DAY_LIMITS.everyone;
    const chat = new Chat();
    await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" });
    expect(await usedShare(db, chat.now)).toBeCloseTo(1 / files);
    await db.prepare("UPDATE report_media_use SET files = ? WHERE sender_hash = ''").bind(files).run();
    expect(await usedShare(db, chat.now)).toBe(1);
    const other = new Chat();
    expect(await other.show({ caption: "/baocao mất xe ở bến xe" })).toContain("quá nhiều người gửi");
    expect(other.fetched).toBe(0);
  });

  it("show no chat's id, and no hash of yesterday's", async () => {
    const chat = new Chat();
    const senders = async () => {
      await chat.show({ caption: "/baocao có đánh bạc ở chợ Kỳ Lừa" });
      const { results } = await db
        .prepare("SELECT sender_hash FROM report_media_use WHERE sender_hash <> ''")
        .all<{ sender_hash: string }>();
      return results.map(({ sender_hash }) => sender_hash);
    };
    const [first] = await senders();
    chat.now += DAY;
    expect(new Set(await senders()).size).toBe(2);
    expect(first).not.toContain(chat.id);
    await chat.sweep();
    const { results } = await db.prepare("SELECT sender_hash FROM report_media_use").all();
    expect(JSON.stringify(results)).not.toContain(first);
  });
});

describe("a file that may tell of its maker", () => {
  it("is asked about, and goes with the report only after Gửi kèm", async () => {
    const chat = new Chat();
    chat.file = PDF;
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    expect(await chat.show({ kind: "file" })).toMatch(/PDF[\s\S]*vẫn gửi kèm\?[\s\S]*tên máy/u);
    expect(await chat.say("gửi kèm")).toMatch(/Kèm: 1 tệp/u);
    const report = await book.get(await chat.submitted());
    expect(report?.content.media).toEqual([expect.not.objectContaining({ clean: true })]);
  });

  it("stays behind and is deleted where nothing was said, and the citizen hears it", async () => {
    const chat = new Chat();
    chat.file = PDF;
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    await chat.show({ kind: "file" });
    expect(await chat.say("thêm: có ba người")).toContain("chưa gửi kèm: 1 tệp");
    const sent = await chat.say("gửi");
    expect(sent).toContain("Chưa gửi kèm 1 tệp");
    const report = await book.get(/TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(sent)?.[0] ?? "");
    expect(report?.content).toMatchObject({ media: [], lostMedia: [{ kind: "file", why: "not_agreed" }] });
    expect([await blobs(), await rows()]).toEqual([[], []]);
  });

  it("alone isn't sent without a word on it; Bỏ tệp deletes it", async () => {
    const chat = new Chat();
    chat.file = PDF;
    await chat.show({ kind: "file" });
    expect(await chat.say("gửi")).toContain("vẫn gửi kèm?");
    await chat.say("bỏ tệp này");
    expect([await blobs(), await rows()]).toEqual([[], []]);
  });

  it("is a voice too, however clean", async () => {
    const chat = new Chat();
    chat.file = bytesOfText("OggS voice");
    expect(await chat.show({ kind: "audio" })).toMatch(/giọng nói/u);
  });

  it("fails closed where cleaning throws", async () => {
    const store = new MediaStore({
      bucket: bindings.MEDIA,
      db,
      ring,
      download: async () => photo(),
      clean: () => {
        throw new RangeError("out of bounds");
      },
    });
    const inbound = new Chat().inbound({ kind: "media", media: [{ kind: "image", ref: "r" }] });
    const { media } = await store.keepAll(inbound, { by: "citizen", now: T0 });
    expect(media).toEqual([expect.not.objectContaining({ clean: true })]);
  });

  it("in a talk with the handlers waits for the word as well", async () => {
    const chat = new Chat();
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    const code = await chat.submitted();
    chat.asked = { code, at: chat.now };
    chat.file = PDF;
    expect(await chat.show({ kind: "file" })).toContain("vẫn gửi kèm?");
    expect((await book.history(code)).map(({ action }) => action)).toEqual(["received"]);
    expect(await chat.say("gửi kèm")).toContain("Đã chuyển");
    expect((await book.history(code)).at(-1)).toMatchObject({
      action: "told_duty",
      media: [{ kind: "file" }],
    });
    await chat.show({ kind: "file" });
    expect(await chat.say("bỏ tệp này")).toContain("Đã bỏ");
    expect(await blobs()).toHaveLength(1);
  });
});

/** What a citizen, time and a dying process can do, in any order. */
const STEPS: Readonly<Record<string, (chat: Chat) => Promise<unknown>>> = {
  photo: (chat) => chat.show(),
  pdf: async (chat) => {
    chat.file = PDF;
    await chat.show({ kind: "file" });
    chat.file = photo();
  },
  lost: async (chat) => {
    chat.file = null;
    await chat.show();
    chat.file = photo();
  },
  anew: (chat) => chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa"),
  "anew with a photo": (chat) => chat.show({ caption: "/baocao mất xe ở bến xe" }),
  send: (chat) => chat.say("gửi"),
  attach: (chat) => chat.say("gửi kèm"),
  "leave out": (chat) => chat.say("bỏ tệp này"),
  drop: (chat) => chat.say("bỏ ảnh"),
  cancel: (chat) => cancel(chat),
  pause: (chat) => chat.hear({ kind: "pause" }),
  withdraw: (chat) => chat.hear({ kind: "withdrawn" }),
  erase: (chat) => chat.say("/xoadulieu"),
  "an hour": (chat) => chat.pass(HOUR),
  "a day": (chat) => chat.pass(DAY),
  sweep: (chat) => chat.sweep(),
  "talk of the case": async (chat) => {
    const [own] = await book.reportsOf({ channel: "zalo", chat: chat.id });
    chat.about = own?.code;
    await chat.show();
    chat.about = undefined;
  },
  "the case ends": async (chat) => {
    const open = await book.reportsOf({ channel: "zalo", chat: chat.id });
    for (const { code, state } of open) if (state === "received") await close(code, chat.now);
  },
  "a turn that dies before its commit": async (chat) => {
    const before = chat.session;
    const key = fresh();
    const content = { kind: "media", media: [{ kind: "image", ref: "r" }] } as const;
    await chat.hear(content, key);
    chat.session = before;
    await chat.hear(content, key);
  },
  "a turn that dies and never comes again": async (chat) => {
    const before = chat.session;
    await chat.show();
    chat.session = before;
  },
  "a death before the file is stored": async (chat) => {
    const owner = { channel: "zalo", chat: chat.id } as const;
    await new MediaRows(db, ring).reserve({ key: fresh(), owner, by: "citizen", bytes: 0 }, chat.now);
  },
  "a death between the row's mark and the deletion, then huỷ again": async (chat) => {
    await new MediaRows(db, ring).doom(await rows(), chat.now);
    await cancel(chat);
  },
  "a death between the deletion and the row's end, then huỷ again": async (chat) => {
    const marked = new MediaRows(db, ring);
    await marked.doom(await rows(), chat.now);
    await bindings.MEDIA.delete([...(await marked.doomed(100))]);
    await cancel(chat);
  },
  "a submission that dies before its commit, then huỷ": async (chat) => {
    const before = chat.session;
    await chat.say("gửi");
    chat.session = before;
    await cancel(chat);
  },
};

describe("after any sequence", () => {
  it(`${WALKS} walks: what is stored has a row, what a case has is stored, and in the end nothing is ownerless`, async () => {
    const step = fc.constantFrom(...Object.keys(STEPS));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const chat = new Chat();
        for (const name of steps) {
          await STEPS[name]?.(chat);
          expect(await rows(), name).toEqual(expect.arrayContaining(await blobs()));
        }
        chat.now += 26 * HOUR;
        await chat.sweep();
        const owned: string[] = [];
        for (const { code } of await book.reportsOf({ channel: "zalo", chat: chat.id })) {
          const report = await book.get(code);
          const said = (await book.history(code)).flatMap(({ media = [] }) => media);
          owned.push(...[...(report?.content.media ?? []), ...said].map(({ key }) => key));
        }
        expect(await blobs()).toEqual([...new Set(owned)].sort());
        expect(await rows()).toEqual(await blobs());
        await empty();
      }),
      { numRuns: WALKS, endOnFailure: true },
    );
  });
});
