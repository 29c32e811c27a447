import {
  hideDetails,
  householders,
  ownDetails,
  readable,
} from "../../../language/privacy/own/own-details.ts";
import type { InboundContent } from "../../../messaging/inbound.ts";
import { HIDDEN, hideSecrets } from "./protect.ts";
import { withoutPlaces } from "./screen-places.ts";

type Pin = Extract<InboundContent, { kind: "location" }>;

/**
 * A shared place without the persons and numbers that are written on it. Nobody typed these words, and most often they
 * are a saved home or a shop's entry; the point says where it is without them.
 * @example withoutPersons({ kind: "location", lat: 21.8, lng: 106.7, label: "Nhà Nguyễn Văn An" }).label // "Nhà [đã che]"
 */
export function withoutPersons({ label = "", ...point }: Pin): Pin {
  const clean = readable(hideSecrets(label));
  const homeless = hideDetails(clean, householders(clean), HIDDEN);
  const safe = hideDetails(homeless, withoutPlaces(ownDetails(homeless), homeless, []), HIDDEN);
  const saysMore = /[\p{L}\p{Nd}]/u.test(safe.replaceAll(HIDDEN, ""));
  return { ...point, ...(saysMore && { label: safe }) };
}
