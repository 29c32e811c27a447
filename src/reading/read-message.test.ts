import { describe, expect, it } from "vitest";
import type { Inbound } from "../messaging/inbound.ts";
import { DETECTORS, readInbound, readMessage } from "./read-message.ts";

/** The detectors, each call written down. */
function counting() {
  const calls: string[] = [];
  const counted = <A extends unknown[], R>(name: string, work: (...args: A) => R) => {
    return (...args: A): R => {
      calls.push(name);
      return work(...args);
    };
  };
  const detect: typeof DETECTORS = {
    learned: counted("learned", DETECTORS.learned),
    danger: counted("danger", DETECTORS.danger),
    boundary: counted("boundary", DETECTORS.boundary),
    incidentWords: counted("incidentWords", DETECTORS.incidentWords),
    tellsOfIncident: counted("tellsOfIncident", DETECTORS.tellsOfIncident),
  };
  return { detect, calls };
}

const MESSAGE = "nhà đầu ngõ mở sới bạc, đánh bài ăn tiền suốt ngày";

describe("readMessage", () => {
  it("looks for nothing before it is asked", () => {
    const { detect, calls } = counting();
    expect(readMessage(MESSAGE, detect).utterance.clean).toBe(MESSAGE);
    expect(calls).toEqual([]);
  });

  it("runs each detector once, however often and in whatever order it is asked", () => {
    const { detect, calls } = counting();
    const reading = readMessage(MESSAGE, detect);
    for (let i = 0; i < 3; i++) {
      const { boundary, incident, incidentWords, danger, isFalseAlarm } = reading;
      expect({ boundary, incident, incidentWords, danger, isFalseAlarm }).toEqual({
        boundary: null,
        incident: "gambling",
        incidentWords: "gambling",
        danger: null,
        isFalseAlarm: false,
      });
    }
    expect(calls.filter((name) => name !== "learned").toSorted()).toEqual([
      "boundary",
      "danger",
      "incidentWords",
      "tellsOfIncident",
    ]);
    const { length } = calls;
    void [reading.learned, reading.danger, reading.incident, reading.boundary];
    expect(calls).toHaveLength(length);
  });
});

describe("readInbound", () => {
  const typed: Inbound = {
    key: "1",
    channel: "zalo",
    chat: "1",
    sender: "1",
    isPrivate: true,
    at: 0,
    content: { kind: "text", text: "nhà em đang cháy" },
  };

  it("reads one message once and another anew", () => {
    expect(readInbound(typed).danger?.numbers[0]).toBe("114");
    expect(readInbound(typed)).toBe(readInbound(typed));
    expect(readInbound({ ...typed })).not.toBe(readInbound(typed));
  });

  it("reads anew what counts as said instead of what was typed", () => {
    expect(readInbound(typed, "nhà em đang cháy")).toBe(readInbound(typed));
    expect(readInbound(typed, "/help").danger).toBeNull();
    expect(readInbound(typed).danger).not.toBeNull();
  });

  it("finds no danger where nothing was typed", () => {
    expect(readInbound({ ...typed, content: { kind: "sticker" } }).danger).toBeNull();
  });
});
