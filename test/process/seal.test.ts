import { spawn } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { addsUp, ledgerAfter } from "../faults/ledger.ts";
import { deliver, OwnServer } from "./harness.ts";
import { RELEASES, unpack } from "./states/open.ts";
import { REFUSED, STATE_SETTINGS, TELLER, WRITTEN } from "./states/story.ts";

const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;

async function seal(
  stateDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly status: number | null; readonly printed: string }> {
  const file = join(stateDir, "settings.env");
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}='${value}'\n`)
      .join(""),
  );
  const child = spawn("node", [
    "--disable-warning=ExperimentalWarning",
    "scripts/seal.ts",
    "--state",
    stateDir,
    "--env-file",
    file,
  ]);
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  rmSync(file);
  return { status, printed };
}

/** The file name that workerd gives to an object with an open name: anybody can compute it. */
function openFileName(name: string): string {
  const key = createHash("sha256").update("tro-ly-138-Conversation").digest();
  const half = createHmac("sha256", key).update(name).digest().subarray(0, 16);
  return Buffer.concat([half, createHmac("sha256", key).update(half).digest().subarray(0, 16)]).toString(
    "hex",
  );
}

/** The files of a folder in which one of these words stands, or that are named so. */
function filesWith(folder: string, words: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return words.some((word) => path.includes(word) || bytes.includes(word));
    });
}

it.each(RELEASES)("npm run seal leaves no open chat of %s, and nothing is lost", async (release) => {
  const { stateDir, facts } = unpack(release);
  rmSync(join(stateDir, "facts.json"));
  const words = [TELLER, REFUSED, openFileName(`zalo:${TELLER}`), openFileName(`zalo:${REFUSED}`)];
  const zalo = await ZaloStandIn.listen(STATE_SETTINGS, { adoptTokens: true });
  const telegram = await TelegramStandIn.listen(STATE_SETTINGS);
  const roots = { zalo: zalo.url, telegram: telegram.url };
  const server = await OwnServer.create(roots, STATE_SETTINGS, { stateDir });
  try {
    expect(filesWith(stateDir, words).length).toBeGreaterThan(2);
    const { REPORT_ENCRYPTION_KEYS: _, ...noKeys } = server.settings;
    expect(await seal(stateDir, noKeys)).toMatchObject({
      status: 1,
      printed: expect.stringContaining("REPORT_ENCRYPTION_KEYS"),
    });
    expect(await seal(stateDir, server.settings)).toMatchObject({
      status: 0,
      printed: expect.stringMatching(/Đã niêm phong [1-9]/u),
    });
    expect(filesWith(stateDir, words)).toEqual([]);
    expect(await seal(stateDir, server.settings)).toMatchObject({
      status: 0,
      printed: expect.stringContaining("Đã niêm phong 0"),
    });

    await server.start();
    expect(await seal(stateDir, server.settings)).toMatchObject({
      status: 1,
      printed: expect.stringContaining("đang được một máy chủ khác dùng"),
    });
    zalo.citizenWrote(TELLER);
    expect(
      await deliver(zaloWebhookCall(server.url, server.settings, { kind: "text", text: "gửi" }, TELLER)),
    ).toBe(200);
    const told = () => zalo.sent.filter(({ userId }) => userId === TELLER).map(({ text = "" }) => text);
    const code = await zalo.waitUntilSent(
      () =>
        told()
          .map((text) => CODE.exec(text)?.[0])
          .find((found) => found !== undefined),
      60_000,
    );
    expect(code).not.toBe(facts.code);
    const ledger = await ledgerAfter(server, WRITTEN + 1);
    expect(addsUp(ledger)).toBe(true);
    expect(filesWith(stateDir, words)).toEqual([]);
  } finally {
    await server.dispose();
    await Promise.all([zalo.close(), telegram.close()]);
    rmSync(stateDir, { recursive: true, force: true });
  }
});
