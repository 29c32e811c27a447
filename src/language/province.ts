import { z } from "zod";
import json from "#province" with { type: "json" };
import { ConfigError } from "../platform/errors.ts";

const text = z.string().trim().min(1);

/** A commune or ward as it is called today. */
const commune = z.strictObject({
  name: text,
  kind: z.enum(["xã", "phường", "đặc khu"]),
  /** Communes, wards and towns that were merged into it, as people still call them. */
  was: z.array(text),
});

const contact = z.strictObject({
  name: text,
  number: text,
  hours: text.optional(),
  /** Where the number was published. */
  source: text,
});

/**
 * What is one province's own and no other's: `knowledge/province.json`. What holds for the whole country (laws,
 * holidays, emergency numbers) stands beside the code instead. Unknown fields are refused, so that a typing slip shows.
 */
const province = z.strictObject({
  /** Without its kind: "Lạng Sơn". */
  name: text,
  kind: z.enum(["tỉnh", "thành phố"]),
  /** Other names and home terms, lower case: "tỉnh nhà", "xứ lạng". */
  aliases: z.array(text),
  communes: z.array(commune).min(1),
  /** Districts that ended with the two-tier government, without their kind. */
  formerDistricts: z.array(text),
  /** The province's own numbers, checked; the national ones are in the code. */
  contacts: z.array(contact),
  hours: z.strictObject({
    /** When somebody is on duty at a commune's police. */
    police: text,
  }),
  committee: z.strictObject({ name: text, fullName: text }),
  /** Questions that its documents and figures answer, for help texts. */
  examples: z.strictObject({
    /** After "/solieu". */
    figure: text,
    /** A whole question. */
    figureQuestion: text,
    /** In the command menu, up to 100 characters. */
    figureHint: text.max(100),
  }),
});

export type Province = z.infer<typeof province>;
export type Commune = z.infer<typeof commune>;

/**
 * Parses a province.json.
 * @throws ConfigError with one Vietnamese sentence that names the first wrong field, such as `communes.3.kind`
 */
export function parseProvince(value: unknown): Province {
  const parsed = province.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...unknown].map(String).join(".");
  throw new ConfigError(
    field === ""
      ? "province.json không đúng: cần một đối tượng JSON như mô tả trong knowledge/README.md."
      : `province.json sai ở mục "${field}": ${unknown.length > 0 ? "không có mục nào tên như vậy" : "thiếu hoặc không đúng kiểu"}.`,
  );
}

/** The province that this assistant serves. */
export const PROVINCE: Province = parseProvince(json);
