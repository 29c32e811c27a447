import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isGuessable, isLoopback, randomnessOf } from "./strength.ts";

describe("a secret", () => {
  it.each([
    "a",
    "a".repeat(64),
    "abababababababab",
    "passwordpassword",
    "1234567890123456",
    "abcdefghijklmnopqrst",
  ])("can be guessed: %s", (secret) => expect(isGuessable(secret)).toBe(true));

  it("of chance can't, in whatever form", () => {
    for (let i = 0; i < 1_000; i++)
      for (const form of ["hex", "base64url"] as const)
        expect(isGuessable(randomBytes(16).toString(form))).toBe(false);
  });
});

describe("a key", () => {
  const key = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

  it("is told by its bytes", () => {
    expect(randomnessOf(key(new Uint8Array(32)))).toBe("none");
    expect(randomnessOf(key(new Uint8Array(32).fill(7)))).toBe("little");
    for (let i = 0; i < 1_000; i++) expect(randomnessOf(key(randomBytes(32)))).toBe("enough");
  });
});

describe("this machine", () => {
  it.each(["http://127.0.0.1:1", "http://127.1/x", "http://localhost:8081", "http://[::1]:9"])("%s", (url) =>
    expect(isLoopback(url)).toBe(true),
  );

  it.each(["http://localhost.example.org", "http://128.0.0.1", "http://10.0.0.1", "http://[::2]"])(
    "isn't %s",
    (url) => expect(isLoopback(url)).toBe(false),
  );
});
