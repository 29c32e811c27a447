import { describe, expect, it } from "vitest";
import { zaloSignature } from "./signature.ts";

describe("zaloSignature", () => {
  it("gives the value of a public test vector", () => {
    expect(zaloSignature("X", "BODY", "1234567890", "Y")).toBe(
      "mac=2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9",
    );
  });

  it("signs the bytes of Vietnamese text as they are", () => {
    const body =
      '{"oa_id":"oa_id","user_id_by_app":"user_id_by_app","event_name":"remove_user_from_tag","tag":{"user_ids":["user_id"],"name":"Hoàn thành"},"app_id":"app_id","timestamp":"1702095007436"}';
    expect(zaloSignature("appID", body, "1702095007436", "oaSecret")).toBe(
      "mac=315f0bb0c84fa87c816e302a590f5d26e6112a950c81bf28fb6b795130a19d09",
    );
  });
});
