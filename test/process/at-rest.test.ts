import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { crc32, deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CitizenAct, zaloWebhookCall } from "../../sandbox/people/citizen.ts";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { PATIENCE_MS } from "../../sandbox/standins/recorder.ts";
import { Cast, codeIn } from "./cast.ts";
import { deliver, OwnServer, runCopying, telegramText } from "./harness.ts";
import { hasTable, lookAt } from "./state-on-disk.ts";
import {
  bytesMarker,
  findLinks,
  findMarkers,
  idMarker,
  type Place,
  placesIn,
  wordsMarker,
} from "./traces.ts";

/** Pixels that nobody draws by chance, 16 × 16 in grey. */
const PIXELS = Buffer.from(
  Array.from({ length: 16 * 17 }, (_, i) => (i % 17 === 0 ? 0 : (i * i * 91 + 17) % 256)),
);
const PICTURE = Buffer.concat([
  Buffer.from("89504e470d0a1a0a", "hex"),
  pngChunk("IHDR", Buffer.from("00000010000000100800000000", "hex")),
  pngChunk("IDAT", deflateSync(PIXELS, { level: 0 })),
  pngChunk("IEND", Buffer.alloc(0)),
]);

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The people of the story. Telegram's numbers are invented, and longer than real ones are today. */
const REPORTER = "7138000000000138301";
const OTHER_REPORTER = "7138000000000138302";
const ASKER = "7138000000000138303";
const DRAFTER = "7138000000000138304";
const IN_DANGER = "7138000000000138305";
const UNREACHED = "7138000000000138306";
const TELEGRAM_REPORTER = 9_138_000_138_307;

const WORDS = {
  report: "nhà ông Axolotlmark ở ngõ Wombatmark bán pháo lậu",
  place: "Wombatmark",
  telegramReport: "tối qua ở bãi Quokkamark có nhóm đánh bạc",
  addition: "có thêm hai xe tải Numbatmark",
  phone: "0912138777",
  question: "Con Pangolinmark có phải đăng ký nuôi không?",
  draft: "nhóm Okapimark hay tụ tập ở ngã ba",
  danger: "có kẻ cầm dao ở nhà Kakapomark cứu tôi với",
  duty: "Cán bộ Dugongmark hỏi thêm: có mấy người?",
  answer: "có chừng Tapirmark năm người",
  unreached: "khu dân cư Bilbymark là gì",
  displayName: "Lemurmark Thị Hiển",
} as const;

const MARKERS = [
  ...[REPORTER, OTHER_REPORTER, ASKER, DRAFTER, IN_DANGER, UNREACHED].map((id) => idMarker("zalo", id)),
  idMarker("telegram", String(TELEGRAM_REPORTER)),
  ...Object.entries(WORDS).map(([name, words]) =>
    wordsMarker(name, words.match(/\w*mark\w*/u)?.[0] ?? words),
  ),
  bytesMarker("photo", PIXELS.subarray(60, 120)),
];

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-rest-"));
let cast: Cast;
let server: OwnServer;
let updates = 900_000;
const codes: Record<string, string> = {};

const backups = join(dir, "backups");
const listOf = (state: string) => `${state}.erasures`;
const printed: Place[] = [];

/** What the citizen `id` was told last. */
const toldTo = (id: string) => cast.zalo.sent.filter(({ userId }) => userId === id);

async function tell(id: string, act: CitizenAct | string): Promise<void> {
  const said: CitizenAct = typeof act === "string" ? { kind: "text", text: act } : act;
  cast.zalo.citizenWrote(id);
  expect(await deliver(zaloWebhookCall(server.url, server.settings, said, id))).toBe(200);
}

async function ask(id: string, act: CitizenAct | string): Promise<string> {
  const before = toldTo(id).length;
  await tell(id, act);
  return cast.zalo.waitUntilSent((sent) => {
    const told = sent.filter(({ userId }) => userId === id).slice(before);
    return told.length === 0 ? undefined : JSON.stringify(told);
  });
}

async function askOnTelegram(text: string): Promise<string> {
  const chat = String(TELEGRAM_REPORTER);
  const before = cast.telegram.sent.filter(({ chatId }) => chatId === chat).length;
  const call = telegramText(server, ++updates, TELEGRAM_REPORTER, text);
  expect(await deliver({ ...call, body: call.body.replaceAll("Người thử", WORDS.displayName) })).toBe(200);
  return cast.telegram.api.changes.waitUntil((changes) => {
    const told = changes.flatMap((change) =>
      change.kind === "message" && change.message.chatId === chat ? [change.message.text] : [],
    );
    return told.length > before ? told.slice(before).join("\n") : undefined;
  });
}

/** The story up to the point where everything that can be kept is kept. */
async function story(): Promise<void> {
  const { zalo } = cast;
  const url = `${zalo.url}/media/${zalo.media.put({ bytes: PICTURE, type: "image/png" })}`;
  const caption = `/baocao tối qua 22h ${WORDS.report}, ai cần thì gọi nó số ${WORDS.phone}`;
  await ask(REPORTER, { kind: "photo", url, caption });
  codes.first = codeIn(await ask(REPORTER, "gửi"));
  await ask(OTHER_REPORTER, "/baocao sáng nay ở chợ có người bán pháo");
  codes.second = codeIn(await ask(OTHER_REPORTER, "gửi"));
  await askOnTelegram(`/baocao ${WORDS.telegramReport}`);
  codes.third = codeIn(await askOnTelegram("gửi"));
  for (const code of Object.values(codes)) expect(code).not.toBe("");
  await ask(ASKER, WORDS.question);
  await ask(DRAFTER, `/baocao ${WORDS.draft}`);
  await ask(IN_DANGER, WORDS.danger);

  const card = await cast.inGroup(new RegExp(`${codes.first}[\\s\\S]*${WORDS.place}`, "u"));
  await cast.press(card, "Tiếp nhận");
  await zalo.waitUntilSent((sent) =>
    JSON.stringify(sent.filter(({ userId }) => userId === REPORTER)).includes("đã tiếp nhận")
      ? true
      : undefined,
  );
  await cast.reply(await cast.inGroup(/Đã tiếp nhận/u), WORDS.duty);
  await cast.press(await cast.inGroup(/Chưa gửi[\s\S]*Dugongmark/u), "Gửi");
  await zalo.waitUntilSent((sent) => (JSON.stringify(sent).includes("Dugongmark") ? true : undefined));
  await tell(REPORTER, WORDS.answer);
  await cast.inGroup(/Tapirmark/u);
  await tell(REPORTER, WORDS.addition);

  // Now nothing goes out: what is to be said to this person lies on disk.
  zalo.fail({ kind: "status", status: 502 }, { on: "message/cs", times: Infinity });
  await tell(UNREACHED, WORDS.unreached);
  await zalo.calls.waitUntil((calls) => calls.find(({ fault }) => fault !== undefined));
}

const now = (...folders: string[]): Place[] => placesIn(...folders.filter((folder) => existsSync(folder)));
const list = (state: string): Place[] =>
  existsSync(listOf(state)) ? placesIn(join(listOf(state), "..")) : [];

/** Everything that lies on the disk for this server: its state, the list of erasures, its backups, what it printed. */
function everything(state = server.stateDir): Place[] {
  return [
    ...now(state, backups),
    ...list(state).filter(({ path }) => path.startsWith(listOf(state))),
    { path: "printed", bytes: Buffer.from(server.output) },
    ...printed,
  ];
}

function expectNoTrace(places: readonly Place[]): void {
  expect(places.length).toBeGreaterThan(5);
  const pairs = [
    { code: codes.first ?? "", channel: "zalo" as const, id: REPORTER },
    { code: codes.second ?? "", channel: "zalo" as const, id: OTHER_REPORTER },
    { code: codes.third ?? "", channel: "telegram" as const, id: String(TELEGRAM_REPORTER) },
  ];
  expect(tally([...findMarkers(places, MARKERS), ...findLinks(places, pairs)])).toEqual({});
}

const tally = (found: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const trace of found) counts[trace] = (counts[trace] ?? 0) + 1;
  return counts;
};

async function backUp(name: string): Promise<void> {
  const { status, printed: words } = await runCopying(
    "backup",
    server,
    "--state",
    server.stateDir,
    "--to",
    join(backups, name),
  );
  printed.push({ path: `printed by the backup`, bytes: Buffer.from(words) });
  expect({ status, words }).toMatchObject({ status: 0 });
}

beforeAll(async () => {
  cast = await Cast.assemble();
  server = cast.server;
  await story();
});

afterAll(async () => {
  await cast.dismiss();
  if (server !== cast.server) await server.dispose();
  rmSync(dir, { recursive: true, force: true });
});

describe("nothing at rest tells who reported what", () => {
  it("while the server runs", () => expectNoTrace(everything()));

  it("nor in a backup, as a folder or as a file", async () => {
    await backUp("first");
    await backUp("first.tar.gz");
    expectNoTrace(now(backups));
  });

  it("nor after an erasure, and in the backup after that", async () => {
    cast.zalo.heal();
    await cast.finish(await cast.inGroup(/Đã tiếp nhận/u));
    await cast.zalo.waitUntilSent((sent) => (/xử lý xong/u.test(JSON.stringify(sent)) ? true : undefined));
    await tell(REPORTER, "/xoadulieu");
    await cast.zalo.waitUntilSent((sent) =>
      /Đã xóa nội dung/u.test(JSON.stringify(sent.filter(({ userId }) => userId === REPORTER)))
        ? true
        : undefined,
    );
    expectNoTrace(everything());
    await backUp("second");
    expectNoTrace(everything());
  });

  it("nor after a kill", async () => {
    await server.kill();
    expectNoTrace(everything());
  });

  it("nor after a start and an orderly stop", async () => {
    await server.start();
    const child = server.process;
    child?.kill("SIGTERM");
    const deadline = Date.now() + PATIENCE_MS;
    while (child?.exitCode === null && Date.now() < deadline) await pause(50);
    expect(child?.exitCode).toBe(0);
    expectNoTrace(everything());
  });
});

describe("a restore", () => {
  const restored = join(dir, "restored");
  const restore = (name: string, ...more: string[]) =>
    runCopying("restore", server, "--from", join(backups, name), "--state", restored, ...more);

  it("with a changed list of erasures is refused", async () => {
    const { status, printed: words } = await restore("first", "--erasures", join(backups, "first/000000"));
    expect({ status, words }).toEqual({
      status: 1,
      words: expect.stringMatching(/Danh sách xoá .* đã bị thay đổi/u),
    });
    expect(existsSync(restored)).toBe(false);
  });

  it("of an older backup erases again what was erased since, before anyone is served", async () => {
    expect(await restore("first")).toMatchObject({
      status: 0,
      printed: expect.stringContaining("sẽ được xoá lại"),
    });
    const roots = { zalo: cast.zalo.url, telegram: cast.telegram.url };
    const before = { ...sandboxSettings(0), ...server.settings };
    server = await OwnServer.create(roots, before, { stateDir: restored });
    await server.start();
    await server.kill();
    expect(server.output).toMatch(/Đã xoá lại [12] mục[\s\S]*đã sẵn sàng/u);
    const left = lookAt(restored, (databases) => {
      const ledger = databases.find((database) => hasTable(database, "report_vault"));
      const one = (sql: string) => ledger?.prepare(sql).get(codes.first ?? "");
      return {
        report: one(
          "SELECT state, content_sealed, erased_at IS NOT NULL AS erased FROM reports WHERE code = ?",
        ),
        reporter: one("SELECT 1 FROM report_vault WHERE code = ?"),
        words: one("SELECT 1 FROM report_events WHERE code = ? AND detail_sealed IS NOT NULL"),
        pending: one("SELECT 1 FROM report_dispatches WHERE code = ?"),
        files: one("SELECT 1 FROM report_media WHERE code = ?"),
        blobs: databases
          .filter((database) => hasTable(database, "_mf_objects"))
          .map((database) => database.prepare("SELECT count(*) AS n FROM _mf_objects").get()?.n),
      };
    });
    expect(left).toEqual({
      report: { state: "resolved", content_sealed: null, erased: 1 },
      reporter: undefined,
      words: undefined,
      pending: undefined,
      files: undefined,
      blobs: [0],
    });
    expectNoTrace(everything());
  });

  it("is done once: the next start erases nothing again", async () => {
    const said = server.output.length;
    await server.start();
    await server.kill();
    expect(server.output.slice(said)).not.toContain("Đã xoá lại");
  });
});
