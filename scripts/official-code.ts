import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { renderUnicodeCompact } from "uqr";
import { type Config, readConfig } from "../src/config.ts";
import { Officials } from "../src/features/officials/directory.ts";
import { codesOf } from "../src/features/officials/one-time-code.ts";
import { renewCode } from "../src/features/officials/renew-code.ts";
import type { KeyRing } from "../src/platform/crypto/key-ring.ts";
import { CommandError, UsageError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { settingsFiles, text, textOr, yes } from "./lib/command-line/flags.ts";
import { migrateLocal, openLocal } from "./lib/local.ts";
import { readLedger } from "./lib/read-ledger.ts";
import { lockState } from "./lib/serve/lock.ts";
import { settingsGiven } from "./lib/settings.ts";

interface Epoch {
  readonly epoch: number;
  readonly keyId: string | null;
}

/**
 * Shows a supervisor's secret for one-time codes as a QR code, on the operator's own terminal and nowhere else. The
 * secret follows from the key ring: nothing is stored, and showing it again shows the same.
 */
await runCommand({
  name: "npm run official:code",
  does: "Hiện mã QR của một giám sát cho ứng dụng xác thực; mã 6 số cần khi xem danh tính người báo.",
  words: "<mã Telegram của giám sát>",
  flags: {
    state: textOr(".serve/state", "THƯ_MỤC", "thư mục dữ liệu của máy chủ; với npm run dev: .wrangler/state"),
    "env-file": settingsFiles(),
    renew: yes("bỏ mã cũ, tạo mã mới (mất điện thoại); máy chủ phải đang dừng"),
    epoch: text("SỐ", "lần tạo, khi dữ liệu ở Cloudflare"),
  },
  async run({ flags, words }) {
    const [telegramId = "", ...rest] = words;
    if (!/^\d{1,20}$/u.test(telegramId) || rest.length > 0)
      throw new UsageError("Cần đúng một mã Telegram, gồm toàn chữ số.");
    const config = readConfig(settingsGiven(flags["env-file"]));
    const ring = config.reports?.keyRing;
    if (ring === undefined)
      throw new CommandError(
        "Chưa đặt REPORT_ENCRYPTION_KEYS: không có danh tính nào để mở, nên không cần mã.",
      );
    const state = resolve(flags.state);
    if (flags.renew) await renew(state, config, ring, telegramId);
    const { epoch, keyId } = flags.epoch === undefined ? epochIn(state, telegramId) : given(flags.epoch);
    const codes = codesOf(ring, telegramId, { epoch, keyId: keyId ?? ring.currentId });
    if (codes === null)
      throw new CommandError("Khóa của mã này không còn trong REPORT_ENCRYPTION_KEYS: chạy lại với --renew.");
    console.log(renderUnicodeCompact(codes.address, { border: 2 }));
    console.log(
      `Giám sát …${telegramId.slice(-4)}, lần tạo ${epoch}. Quét bằng ứng dụng xác thực, hoặc gõ khóa: ${codes.secret}`,
    );
    console.log(`Ứng dụng đúng thì lúc này hiện: ${codes.at(Date.now())}`);
    console.log("Cho đúng người đó quét tận nơi. Không chụp, không gửi qua chat; xong thì xóa màn hình.");
  },
});

function given(epoch: string): Epoch {
  if (!/^\d{1,9}$/u.test(epoch)) throw new UsageError(`--epoch ${epoch} không đúng: cần một số.`);
  return { epoch: Number(epoch), keyId: null };
}

/** As the ledger has it; 0 where there is no ledger here, as before the first start, or where it is at Cloudflare. */
function epochIn(state: string, telegramId: string): Epoch {
  if (!existsSync(state)) {
    console.error(
      `Không có ${state}: dùng lần tạo 0. Dữ liệu ở Cloudflare thì xem lần tạo bằng lệnh này, rồi thêm --epoch SỐ:\n  ${onCloudflare(
        `SELECT epoch FROM official_codes WHERE telegram_id = '${telegramId}'`,
      )}`,
    );
    return { epoch: 0, keyId: null };
  }
  return readLedger(state, (ledger) => {
    const known = ledger.prepare("SELECT 1 FROM sqlite_master WHERE name = 'official_codes'").get();
    const row =
      known &&
      ledger
        .prepare("SELECT epoch, key_id AS keyId FROM official_codes WHERE telegram_id = ?")
        .get(telegramId);
    return (row as Epoch | undefined) ?? { epoch: 0, keyId: null };
  });
}

async function renew(state: string, config: Config, ring: KeyRing, telegramId: string): Promise<void> {
  if (!existsSync(state))
    throw new CommandError(
      `Không có ${state}. Dữ liệu ở Cloudflare thì chạy lệnh này, rồi chạy lại với --epoch SỐ:\n  ${onCloudflare(
        `INSERT INTO official_codes (telegram_id, epoch) VALUES ('${telegramId}', 1) ON CONFLICT (telegram_id) DO UPDATE SET epoch = epoch + 1, key_id = NULL, last_step = 0 RETURNING epoch`,
      )}`,
    );
  const unlock = lockState(state);
  const local = await openLocal({ persistTo: state });
  try {
    await migrateLocal(local);
    const officials = new Officials(local.LEDGER, config.telegram?.adminIds, ring);
    await renewCode(local.LEDGER, officials, { telegramId, keyId: ring.currentId, now: Date.now() });
  } finally {
    await local.dispose();
    unlock();
  }
}

function onCloudflare(sql: string): string {
  return `npx wrangler d1 execute LEDGER --remote --command "${sql}"`;
}
