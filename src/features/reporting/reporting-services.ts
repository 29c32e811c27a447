import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import type { MediaStore } from "../../platform/media/media-store.ts";
import type { ReportBook } from "./book/report-book.ts";
import type { IdentityAccess } from "./duty/identity.ts";
import type { Rotation } from "./vault/rotate.ts";

/** What taking and handling reports needs; absent as a whole where reports aren't taken. */
export interface ReportingServices {
  readonly book: ReportBook;
  readonly ring: KeyRing;
  readonly media: MediaStore;
  /** The Telegram group that handles reports; absent where none is set: reports wait for one. */
  readonly dutyChat?: string;
  /** Opening a reporter's identity; absent where it isn't offered. */
  readonly identity?: IdentityAccess;
  /** Seals anew, with the current key, a share of what an older one sealed; nothing to do is cheap. */
  readonly rotate?: () => Promise<Rotation>;
  /** Carries what the book has to tell to the chats that it concerns. Never throws: what stays is carried by the sweep. */
  readonly carry: () => Promise<void>;
}
