import type { ChatAddress, Chats, FindChat } from "../messaging/chats.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import { ChatNames } from "./chat-names.ts";

/** The operator's book and the chats. */
export interface Books {
  readonly LEDGER: D1Database;
  readonly CONVERSATION: Chats;
}

/**
 * The one way to a chat's object. Where keys are set, the object's name tells nothing of the chat; rows that are still
 * stored under its open name move first.
 * @param ring undefined where no keys are set: then objects have open names
 */
export function chatFinder(books: Books, ring: KeyRing | undefined): FindChat {
  const { CONVERSATION } = books;
  return async (address) => {
    const plain = CONVERSATION.idFromName(openName(address));
    const id = await idOf(books, ring, address);
    if (ring !== undefined && (await namesOf(books, ring).isPlain(plain.toString())))
      await CONVERSATION.get(plain).changeOver();
    return CONVERSATION.get(id);
  };
}

/** The id of a chat's object. */
export async function idOf(
  books: Books,
  ring: KeyRing | undefined,
  address: ChatAddress,
): Promise<DurableObjectId> {
  const plain = books.CONVERSATION.idFromName(openName(address));
  return ring === undefined ? plain : keyedIdOf(books, ring, plain.toString());
}

/** The id of the object to which a chat under an open name moves. */
export async function keyedIdOf(books: Books, ring: KeyRing, plainId: string): Promise<DurableObjectId> {
  return books.CONVERSATION.idFromName(await namesOf(books, ring).nameOf(plainId));
}

const openName = ({ channel, chat }: ChatAddress): string => `${channel}:${chat}`;

/** One an isolate for each ledger and ring: the key is read once. */
const known = new WeakMap<D1Database, WeakMap<KeyRing, ChatNames>>();

function namesOf({ LEDGER }: Books, ring: KeyRing): ChatNames {
  const ofLedger = known.get(LEDGER) ?? new WeakMap<KeyRing, ChatNames>();
  known.set(LEDGER, ofLedger);
  const names = ofLedger.get(ring) ?? new ChatNames(LEDGER, ring);
  ofLedger.set(ring, names);
  return names;
}
