import type { Reply } from "../../messaging/reply.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import type { NewEntry } from "../officials/audit.ts";
import type { Officials } from "../officials/directory.ts";
import type { AlarmBook } from "./alarm/alarm-book.ts";
import type { ReportBook } from "./book/report-book.ts";
import type { CommuneRoutes } from "./group/commune-routes.ts";
import type { GroupMembers } from "./group/group-members.ts";
import type { MediaStore } from "./media/media-store.ts";
import type { ReplyDrafts } from "./reply-drafts.ts";
import type { Disclosures } from "./vault/disclosures.ts";
import type { Rotation } from "./vault/rotate.ts";

/** What revealing an identity needs. */
export interface IdentityAccess {
  readonly disclosures: Disclosures;
  /** The Telegram ids of all supervisors, also of those from the settings: their private chats. */
  readonly supervisors: () => Promise<readonly string[]>;
  /** Carries what officials have to be told. Never throws: the sweep carries the rest. */
  readonly announce: () => Promise<void>;
}

/** What taking and handling reports needs; absent as a whole where reports aren't taken. */
export interface ReportingServices {
  readonly book: ReportBook;
  readonly ring: KeyRing;
  readonly media: MediaStore;
  readonly officials: Pick<Officials, "roleOf" | "list">;
  /** The Telegram group that handles reports; absent where none is set: then reports wait. */
  readonly dutyChat?: string;
  /** Which duty group gets which commune's reports; absent where there is no group. */
  readonly routes?: CommuneRoutes;
  /** How far the alarms of urgent cases have come, and who has the shift. */
  readonly alarms: AlarmBook;
  /** Handlers' messages to reporters that wait for the tap that sends them. */
  readonly drafts: ReplyDrafts;
  /** Who belongs into the duty group; absent where there is no group. */
  readonly members?: GroupMembers;
  /** Adds a line to the audit; a repeated key adds nothing. */
  readonly log: (entry: NewEntry) => Promise<void>;
  /** Sends a message to one official's private chat, once by its key. */
  readonly tell: (official: string, key: string, reply: Reply) => Promise<void>;
  /** Sends a message to every supervisor, once by its key; one who can't be reached doesn't stop the others. */
  readonly tellSupervisors: (key: string, reply: Reply) => Promise<void>;
  /** Revealing a reporter's identity; absent where it isn't offered. */
  readonly identity?: IdentityAccess;
  /** After how many days backups are deleted; absent where that isn't set. */
  readonly backupDays?: number;
  /** Encrypts some of the values of an older key again with the current one; cheap where there is nothing to do. */
  readonly rotate?: () => Promise<Rotation>;
  /**
   * Lets the chats of its reporter and of all handlers forget a report: which messages were about it, its card, its topic,
   * what was still to be said. Can be repeated. Called before the book forgets who reported it.
   */
  readonly forget: (code: string) => Promise<void>;
  /** Delivers the book's pending messages to their chats. Never throws: the sweep delivers the rest. */
  readonly carry: () => Promise<void>;
}
