import { describe, expect, it } from "vitest";
import { allowed } from "./zalo-download.ts";

const ROOT = new URL("https://openapi.zalo.me");

describe("which addresses are fetched", () => {
  it.each([
    "https://photo-stal-21.zdn.vn/a/b.jpg",
    "https://f1-voice.zadn.vn/1/2.amr",
    "https://openapi.zalo.me/media/1",
  ])("takes %s", (address) => {
    expect(allowed(address, ROOT)?.href).toBe(address);
  });

  it("goes to https", () => {
    expect(allowed("http://f21-photo.zdn.vn/a.jpg", ROOT)?.href).toBe("https://f21-photo.zdn.vn/a.jpg");
  });

  it("takes what the configured API root serves, so that a stand-in can", () => {
    expect(
      allowed("http://127.0.0.1:8787/standin/x.jpg", new URL("http://127.0.0.1:8787/standin")),
    ).not.toBeNull();
  });

  it.each([
    "https://zdn.vn.evil.example/a.jpg",
    "https://evilzdn.vn/a.jpg",
    "http://169.254.169.254/latest/meta-data",
    "http://127.0.0.1/a.jpg",
    "https://[::1]/a.jpg",
    "https://photo.zdn.vn:8443/a.jpg",
    "https://photo.zdn.vn@evil.example/a.jpg",
    "https://user:word@photo.zdn.vn/a.jpg",
    "file:///etc/passwd",
    "ftp://photo.zdn.vn/a.jpg",
    "data:image/png;base64,AAAA",
    "not an address",
  ])("refuses %s", (address) => {
    expect(allowed(address, ROOT)).toBeNull();
  });
});
