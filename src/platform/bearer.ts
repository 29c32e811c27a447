import { isSecret } from "./secret.ts";

const BEARER = /^Bearer (\S+)$/;

/**
 * True where a request shows the token, compared in constant time.
 * @param authorization its header
 * @param token undefined where the settings have none: then nobody has it
 */
export function hasToken(authorization: string | undefined, token: string | undefined): boolean {
  return token !== undefined && isSecret(BEARER.exec(authorization ?? "")?.[1], token);
}
