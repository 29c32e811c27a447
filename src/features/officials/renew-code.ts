import type { Officials } from "./directory.ts";
import { NOTICES } from "./notices-wording.ts";

/**
 * Makes an official's secret for one-time codes anew: what an app shows of the old one counts no more. All supervisors
 * are told.
 * @param keyId the ring's key that it is derived from
 */
export async function renewCode(
  db: D1Database,
  officials: Officials,
  { telegramId, keyId, now }: { readonly telegramId: string; readonly keyId: string; readonly now: number },
): Promise<void> {
  const key = `code_renewed:${telegramId}:${now}`;
  const words = NOTICES.codeRenewed(await officials.nameOf(telegramId));
  await officials.audit.commit(
    { key, at: now, actor: "operator", action: "code_renewed", subject: telegramId },
    {
      statements: [
        db
          .prepare(
            `INSERT INTO official_codes (telegram_id, epoch, key_id) VALUES (?1, 1, ?2)
             ON CONFLICT (telegram_id) DO UPDATE SET epoch = epoch + 1, key_id = ?2, last_step = 0, last_key = NULL,
               wrong = 0, locked_until = NULL`,
          )
          .bind(telegramId, keyId),
        officials.notices.statement({ key, words, at: now }),
      ],
    },
  );
}
