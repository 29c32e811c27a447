import { z } from "zod";

/**
 * The bodies of Qdrant's calls as its OpenAPI description (1.19) gives them, as far as this project uses them. Strict:
 * an unknown field is refused, so that our own mistakes are noticed.
 */

const U32 = z.number().int().nonnegative().max(0xff_ff_ff_ff);
const Finite = z.number();
/** ExtendedPointId: an unsigned number or a UUID. */
const PointId = z.union([z.number().int().nonnegative(), z.uuid()]);
const Keyword = z.string();
const Payload = z.record(z.string(), z.unknown());

const Sparse = z
  .strictObject({ indices: z.array(U32), values: z.array(Finite) })
  .refine(({ indices, values }) => indices.length === values.length, "must be the same length as indices")
  .refine(({ indices }) => new Set(indices).size === indices.length, "must be unique");
const Dense = z.array(Finite).min(1);

const FieldCondition = z.strictObject({
  key: z.string().min(1),
  match: z.union([z.strictObject({ value: Keyword }), z.strictObject({ any: z.array(Keyword) })]),
});
const Filter = z.strictObject({ must: z.array(FieldCondition) });

export const CreateCollection = z.strictObject({
  vectors: z
    .record(
      z.string(),
      z.strictObject({
        size: z.number().int().min(1).max(65_536),
        distance: z.enum(["Cosine", "Dot", "Euclid", "Manhattan"]),
      }),
    )
    .optional(),
  sparse_vectors: z
    .record(z.string(), z.strictObject({ modifier: z.enum(["none", "idf"]).optional() }))
    .optional(),
});

export const CreateFieldIndex = z.strictObject({
  field_name: z.string().min(1),
  field_schema: z.enum(["keyword", "integer", "float", "geo", "text", "bool", "datetime", "uuid"]),
});

export const UpsertPoints = z.strictObject({
  points: z.array(
    z.strictObject({
      id: PointId,
      vector: z.record(z.string(), z.union([Dense, Sparse])),
      payload: Payload.optional(),
    }),
  ),
});

const WithPayload = z.union([z.boolean(), z.array(z.string())]);

export const RetrievePoints = z.strictObject({
  ids: z.array(PointId),
  with_payload: WithPayload.optional(),
  with_vector: z.union([z.boolean(), z.array(z.string())]).optional(),
});

export const CountPoints = z.strictObject({ filter: Filter.optional(), exact: z.boolean().optional() });

export const ChangeAliases = z.strictObject({
  actions: z.array(
    z.union([
      z.strictObject({
        create_alias: z.strictObject({ collection_name: z.string(), alias_name: z.string().min(1) }),
      }),
      z.strictObject({ delete_alias: z.strictObject({ alias_name: z.string() }) }),
    ]),
  ),
});

const Limit = z.number().int().min(1);

export const QueryPoints = z.strictObject({
  prefetch: z.array(
    z.strictObject({
      query: z.union([Dense, Sparse]),
      using: z.string(),
      filter: Filter.optional(),
      limit: Limit.optional(),
    }),
  ),
  query: z.strictObject({ fusion: z.literal("rrf") }),
  limit: Limit.optional(),
  with_payload: WithPayload.optional(),
});

export type CreateCollection = z.infer<typeof CreateCollection>;
export type UpsertPoints = z.infer<typeof UpsertPoints>;
export type RetrievePoints = z.infer<typeof RetrievePoints>;
export type ChangeAliases = z.infer<typeof ChangeAliases>;
export type QueryPoints = z.infer<typeof QueryPoints>;
export type Filter = z.infer<typeof Filter>;
export type SparseVector = z.infer<typeof Sparse>;
