import { createAssistant } from "../../../src/assistant/features.ts";
import type { Services } from "../../../src/assistant/services.ts";
import type { Turn } from "../../../src/assistant/turn.ts";
import { createOperations } from "../../../src/assistant/wiring/create-operations.ts";
import { createCuration } from "../../../src/features/curation/curation-services.ts";
import { DocumentBook } from "../../../src/features/documents/document-book.ts";
import { FigureUpdates } from "../../../src/features/figure-updates/updates.ts";
import { createD1FigureStore } from "../../../src/features/figures/figure-store.ts";
import { Officials } from "../../../src/features/officials/directory.ts";
import type { Role } from "../../../src/features/officials/roles.ts";
import { MediaStore } from "../../../src/features/reporting/media/media-store.ts";
import { Disclosures } from "../../../src/features/reporting/vault/disclosures.ts";
import { applyBuild, planBuild } from "../../../src/knowledge/build-index.ts";
import { createD1Index } from "../../../src/knowledge/d1-index.ts";
import { readLibrary } from "../../../src/knowledge/document.ts";
import { LEARNED_ENCODER } from "../../../src/knowledge/encoder.ts";
import type { Inbound } from "../../../src/messaging/inbound.ts";
import { plainText } from "../../../src/messaging/reply.ts";
import { giveWay } from "../../../src/platform/pace.ts";
import type { Session } from "../../../src/turn/session.ts";
import { bindings, migrate } from "../../worker/bindings.ts";
import { book, bookContext, desk, fresh, T0 } from "../../worker/reports-fixture.ts";
import type { RoleId } from "../authorisation.ts";

export const DUTY_GROUP = "-1001380000138";
const OTHER_GROUP = "-1009990000138";
/** Supervisors by the settings: the one that plays the roles, and the colleague who asks and confirms. */
export const SUPERVISOR = "138000001";
export const COLLEAGUE = "138000002";

export const officials = new Officials(bindings.LEDGER, new Set([SUPERVISOR, COLLEAGUE]), bookContext.ring);
const updates = new FigureUpdates(bindings.LEDGER, officials.audit);

type Who = Pick<Inbound, "channel" | "chat" | "sender" | "isPrivate" | "forwarded" | "impersonal"> & {
  readonly edits?: true;
};

const telegram = (sender: string, chat = sender): Who => ({
  channel: "telegram",
  chat,
  sender,
  isPrivate: !chat.startsWith("-"),
});
const zalo = (sender: string): Who => ({ channel: "zalo", chat: sender, sender, isPrivate: true });

/** Everybody of the table, as their messages come. */
export const WHO: Readonly<Record<RoleId, Who>> = {
  citizen: zalo("7735120946683104825"),
  namesake: zalo(SUPERVISOR),
  stranger: telegram("555000555"),
  revoked: telegram("61"),
  viewer: telegram("62"),
  duty: telegram("63"),
  supervisor: telegram(SUPERVISOR),
  forwarding: { ...telegram(SUPERVISOR), forwarded: true },
  editing: { ...telegram(SUPERVISOR), edits: true },
  otherGroup: telegram(SUPERVISOR, OTHER_GROUP),
  member: telegram("64", DUTY_GROUP),
  anonymous: { ...telegram(DUTY_GROUP, DUTY_GROUP), impersonal: "chat" },
  channel: { ...telegram("-1009990000777", DUTY_GROUP), impersonal: "chat" },
  botInDuty: { ...telegram("777138", DUTY_GROUP), impersonal: "bot" },
  viewerInDuty: telegram("62", DUTY_GROUP),
  revokedInDuty: telegram("61", DUTY_GROUP),
  forwardingInDuty: { ...telegram(SUPERVISOR, DUTY_GROUP), forwarded: true },
  dutyInDuty: telegram("63", DUTY_GROUP),
  supervisorInDuty: telegram(SUPERVISOR, DUTY_GROUP),
};

/** What only officials may read. */
export const INTERNAL = { figure: "41.387", document: "Mật danh Sông Kỳ Cùng" } as const;

const DOCUMENT = `---
id: noi-bo
title: Sổ tay nội bộ
as_of: 2026-11-20
audience: internal
class: internal
---
## Họp giao ban của tổ ở đâu?
> Hỏi: họp giao ban của tổ ở đâu

${INTERNAL.document} do chỉ huy phân công.

Nguồn: Quy chế nội bộ
`;

const FACT = {
  id: "LS2024-std-commune",
  province: "Lạng Sơn",
  area: "Lạng Sơn",
  level: "province",
  territory: "before",
  start: "2024-01-01",
  end: "2024-12-31",
  period: "năm 2024",
  coverage: "whole",
  indicator: "safety_standard_met",
  unitType: "commune",
  numerator: INTERNAL.figure.replace(".", ""),
  denominator: "50000",
  unit: "xã",
  asOf: "08/02/2025",
  source: "Báo cáo nội bộ",
  url: "https://example.vn/noi-bo",
  audience: "internal",
} as const;

/** Fills both databases: one internal document, one internal figure, an official for each role. */
export async function prepare(): Promise<void> {
  await migrate();
  await applyBuild(
    bindings.KNOWLEDGE,
    await planBuild(readLibrary([{ name: "noi-bo.md", text: DOCUMENT }]), [FACT], T0),
  );
  await enlist("61", "supervisor");
  await officials.revoke(COLLEAGUE, "61", T0);
  await enlist("62", "viewer");
  await enlist("63", "duty");
}

export async function enlist(id: string, role: Role, label = `Cán bộ ${id}`): Promise<void> {
  const token = fresh();
  await officials.invite(COLLEAGUE, role, label, token, T0);
  await officials.accept(token, id, T0);
}

const services = (now: number): Services => ({
  knowledge: createD1Index(bindings.KNOWLEDGE),
  figures: createD1FigureStore(bindings.KNOWLEDGE, updates),
  now: () => now,
  isOfficial: async (who) => (await officials.roleOf(who)) !== null,
  officials,
  operations: createOperations(bindings, officials.audit),
  curation: createCuration(bindings.LEDGER, officials.audit),
  botUsername: "troly138_test_bot",
  figureUpdates: {
    updates,
    seed: createD1FigureStore(bindings.KNOWLEDGE),
    download: async () => new Uint8Array(),
  },
  figureFiles: {
    keep: async (_, bytes, contentType) => ({ key: "made", kind: "file", bytes: bytes.length, contentType }),
    report: async () => new Uint8Array(1),
  },
  documents: {
    book: new DocumentBook(bindings.LEDGER, officials.audit),
    library: { changed: () => undefined },
    encoder: LEARNED_ENCODER,
    download: async () => new Uint8Array(),
    pace: giveWay,
  },
  reporting: {
    book,
    ring: bookContext.ring,
    officials,
    dutyChat: DUTY_GROUP,
    media: new MediaStore({
      bucket: bindings.MEDIA,
      db: bindings.LEDGER,
      ring: bookContext.ring,
      download: async () => new Uint8Array(),
    }),
    ...desk,
    carry: async () => undefined,
    identity: {
      disclosures: new Disclosures(bookContext, officials),
      supervisors: () => officials.supervisors(),
      announce: async () => undefined,
    },
  },
});

/** What somebody is told who says this; `about` is the case of the message that they reply to. */
export async function hear(
  role: RoleId,
  text: string,
  {
    tapped,
    about,
    session = {},
    later = 0,
  }: { tapped?: true; about?: string; session?: Session; later?: number } = {},
): Promise<{ readonly words: string; readonly turn: Turn }> {
  const { edits, ...who } = WHO[role];
  const inbound: Inbound = {
    ...who,
    key: fresh(),
    at: T0 + later,
    content: edits ? { kind: "edited", text } : { kind: "text", text, ...(tapped && { tapped }) },
  };
  const turn = await createAssistant(services(T0 + later + 60_000))(inbound, session, { about });
  return { words: turn.replies.map(plainText).join("\n"), turn };
}
