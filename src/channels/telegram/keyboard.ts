import type { Button } from "../../messaging/reply.ts";

/** Telegram's limit for `callback_data`, in UTF-8 bytes. */
const MAX_PAYLOAD = 64;

/** Two buttons share a row where both labels are at most this long: more doesn't fit a narrow phone. */
const SHORT_LABEL = 18;

export interface InlineButton {
  readonly text: string;
  readonly callback_data: string;
}

/** Rows of one or two buttons, in order. Buttons that Telegram would refuse are left out; see `typedAlternatives`. */
export function keyboardRows(buttons: readonly Button[]): InlineButton[][] {
  const rows: InlineButton[][] = [];
  for (const { label, payload } of buttons.filter(fits)) {
    const button = { text: label.toWellFormed(), callback_data: payload };
    const last = rows.at(-1);
    if (last?.length === 1 && isShort(label) && isShort(last[0]?.text ?? "")) last.push(button);
    else rows.push([button]);
  }
  return rows;
}

/** One line for each button with too long a payload: a shortened one would be another answer. */
export function typedAlternatives(buttons: readonly Button[]): string {
  return buttons
    .filter((button) => !fits(button) && button.payload.trim() !== "")
    .map(({ label, payload }) => `• ${label}: gõ “${payload}”`)
    .join("\n");
}

function fits({ label, payload }: Button): boolean {
  const bytes = new TextEncoder().encode(payload).length;
  return label.trim() !== "" && bytes > 0 && bytes <= MAX_PAYLOAD && payload.isWellFormed();
}

const isShort = (label: string): boolean => [...label].length <= SHORT_LABEL;
