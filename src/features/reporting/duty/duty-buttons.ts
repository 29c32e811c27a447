import type { Button } from "../../../messaging/reply.ts";
import type { OfficialActor } from "../case.ts";
import type { Report } from "../report.ts";
import { movesFor } from "../workflow/workflow.ts";
import { encodePress } from "./payload.ts";

/**
 * A button for each move that the viewer may make.
 * @param copy true where the message stays unchanged after a press
 */
export function moveButtons(
  { code, state, version, erased }: Report,
  { role = "duty", copy = false }: { readonly role?: OfficialActor["role"]; readonly copy?: boolean } = {},
): Button[] {
  if (erased === true) return [];
  return movesFor(state, { kind: "official", id: "", label: "", role }).map(({ to, label }) => ({
    label,
    payload: encodePress({ code, to, version, ...(copy && { extra: { kind: "copy" } as const }) }),
  }));
}
