import {
  type Added,
  type AddedPassage,
  NOTHING_ADDED,
  type ReadAdded,
  readyToAdd,
} from "../../knowledge/added-passages.ts";
import { wordsOf } from "../../knowledge/build-index.ts";
import type { Encoder } from "../../knowledge/encoder.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { eachPaced, giveWay } from "../../platform/pace.ts";
import { SECOND } from "../../platform/time.ts";
import type { DocumentBook, DocumentVersion } from "./document-book.ts";

/** How long nobody asks whether anything has changed, in milliseconds: what was approved is told that much later. */
const UNASKED = 5 * SECOND;
/** Sections between which others come in, where another encoder is to read them. */
const PACED = 10;

/** The sections of all documents in use; in memory until one is approved, taken back or withdrawn. */
export class DocumentLibrary {
  readonly #book: DocumentBook;
  readonly #encoder: Encoder;
  readonly #now: () => number;
  /** Sections never change but for their wordings: a draft is read once. */
  readonly #drafts = new Map<string, readonly AddedPassage[]>();
  #added: Added = NOTHING_ADDED;
  #askedAt = Number.NEGATIVE_INFINITY;
  #head = -1;

  /** @param now the present, in milliseconds since the epoch */
  constructor(book: DocumentBook, encoder: Encoder, now: () => number) {
    this.#book = book;
    this.#encoder = encoder;
    this.#now = now;
  }

  /** What is told now, as far as it can be read. */
  readonly added: ReadAdded = async () => {
    if (this.#now() < this.#askedAt + UNASKED) return this.#added;
    this.#askedAt = this.#now();
    try {
      const head = await this.#book.head();
      if (head !== this.#head) {
        this.#added = head === 0 ? NOTHING_ADDED : await this.#read(head);
        this.#head = head;
      }
    } catch (error) {
      logEvent("documents_unread", { code: errorCode(error) });
    }
    return this.#added;
  };

  /** Something was changed here: the next search looks. */
  changed(): void {
    this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  async #read(head: number): Promise<Added> {
    const told = await this.#book.told();
    const passages: AddedPassage[] = [];
    for (const version of told) passages.push(...(await this.#sectionsOf(version)));
    const used = new Set(told.map(({ draft }) => draft));
    for (const draft of this.#drafts.keys()) if (!used.has(draft)) this.#drafts.delete(draft);
    return { version: String(head), passages };
  }

  async #sectionsOf({ draft, audience }: DocumentVersion): Promise<readonly AddedPassage[]> {
    if (draft === null) return [];
    const sections = this.#drafts.get(draft) ?? (await this.#readDraft(draft));
    this.#drafts.set(draft, sections);
    return sections.map((section) => {
      const { passage } = section;
      return { ...section, passage: { ...passage, document: { ...passage.document, audience } } };
    });
  }

  /** The learned reading was exchanged: its vectors can't be compared with those of before. */
  async #readDraft(draft: string): Promise<readonly AddedPassage[]> {
    const sections = await this.#book.sections(draft);
    if (sections.every(({ stored }) => stored.encoder === this.#encoder.name)) return sections;
    const renewed = await eachPaced(sections, PACED, giveWay, ({ passage }) =>
      readyToAdd(passage, wordsOf(passage), this.#encoder),
    );
    await this.#book.renew(draft, renewed);
    return renewed;
  }
}
