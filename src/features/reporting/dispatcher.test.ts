import { describe, expect, it } from "vitest";
import type { Dispatch, DispatchBody, DispatchTarget } from "./book/dispatch.ts";
import type { ReportBook } from "./book/report-book.ts";
import type { Reporter } from "./case.ts";
import { carryDispatches, type Deliver } from "./dispatcher.ts";

const REPORTER: Reporter = { channel: "zalo", chat: "77" };
const ACCEPTED: DispatchBody = { kind: "state_changed", to: "accepted" };
const dispatch = (
  key: string,
  target: DispatchTarget = "reporter",
  body: DispatchBody = ACCEPTED,
): Dispatch => ({
  key,
  target,
  code: "TB-AAAA-BBBB",
  body,
  createdAt: 0,
  attempts: 0,
});

/** A book with these to be carried, as far as the dispatcher asks it; what it was told is kept. */
function bookWith(pending: readonly Dispatch[], reporter: Reporter | null = REPORTER) {
  const delivered: string[] = [];
  const attempted: string[] = [];
  const book: Partial<ReportBook> = {
    pendingDispatches: async () => pending,
    reporterOf: async () => reporter,
    markDelivered: async (key) => void delivered.push(key),
    noteAttempt: async (key) => void attempted.push(key),
  };
  return { book: book as ReportBook, delivered, attempted };
}

const now = () => 0;

describe("carryDispatches", () => {
  it("takes each to its chat, oldest first, and writes down that it went", async () => {
    const { book, delivered } = bookWith([dispatch("a"), dispatch("b")]);
    const went: unknown[] = [];
    const deliver: Deliver = async ({ key, channel, chat, replies }) =>
      void went.push([key, channel, chat, replies.length]);
    await carryDispatches({ book, deliver, now });
    expect(went).toEqual([
      ["a", "zalo", "77", 1],
      ["b", "zalo", "77", 1],
    ]);
    expect(delivered).toEqual(["a", "b"]);
  });

  it("leaves what a chat couldn't take for the next run, and goes on with the others", async () => {
    const { book, delivered, attempted } = bookWith([dispatch("a"), dispatch("b")]);
    const deliver: Deliver = async ({ key }) => {
      if (key === "a") throw new Error("no");
    };
    await carryDispatches({ book, deliver, now });
    expect({ delivered, attempted }).toEqual({ delivered: ["b"], attempted: ["a"] });
  });

  it("keeps cards for the duty group until there is one", async () => {
    const { book, delivered, attempted } = bookWith([dispatch("card", "duty", { kind: "new_report" })]);
    await carryDispatches({ book, deliver: () => Promise.reject(new Error("nobody")), now });
    expect({ delivered, attempted }).toEqual({ delivered: [], attempted: [] });
  });

  it("has nothing left to say to a reporter whose data was deleted", async () => {
    const { book, delivered } = bookWith([dispatch("a")], null);
    await carryDispatches({ book, deliver: () => Promise.reject(new Error("nobody")), now });
    expect(delivered).toEqual(["a"]);
  });

  it("never throws, not even where the book can't be read", async () => {
    const { book } = bookWith([]);
    const broken = { ...book, pendingDispatches: () => Promise.reject(new Error("no database")) };
    await expect(carryDispatches({ book: broken, deliver: async () => {}, now })).resolves.toBeUndefined();
  });
});
