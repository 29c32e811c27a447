import type { Reply } from "../../messaging/reply.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import type { Officials } from "../officials/directory.ts";
import type { ReportBook } from "./book/report-book.ts";
import type { MediaStore } from "./media-store.ts";
import type { Disclosures } from "./vault/disclosures.ts";
import type { Rotation } from "./vault/rotate.ts";

/** What opening an identity needs. */
export interface IdentityAccess {
  readonly disclosures: Disclosures;
  /** The Telegram ids of all supervisors, also of those from the settings: their private chats. */
  readonly supervisors: () => Promise<readonly string[]>;
  /** Says something in a private Telegram chat, once by its key. */
  readonly tell: (chat: string, key: string, reply: Reply) => Promise<void>;
}

/** What taking and handling reports needs; absent as a whole where reports aren't taken. */
export interface ReportingServices {
  readonly book: ReportBook;
  readonly ring: KeyRing;
  readonly media: MediaStore;
  readonly officials: Pick<Officials, "roleOf" | "list">;
  /** The Telegram group that handles reports; absent where none is set: reports wait for one. */
  readonly dutyChat?: string;
  /** Opening a reporter's identity; absent where it isn't offered. */
  readonly identity?: IdentityAccess;
  /** Seals anew, with the current key, a share of what an older one sealed; nothing to do is cheap. */
  readonly rotate?: () => Promise<Rotation>;
  /** Carries what the book has to tell to the chats that it concerns. Never throws: what stays is carried by the sweep. */
  readonly carry: () => Promise<void>;
}
