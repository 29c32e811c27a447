/** What a contender in Node is started with. */
export interface PeerSettings {
  readonly port: number;
  readonly token: string;
  readonly secret: string;
  readonly username: string;
  /** Of the stand-in. */
  readonly apiRoot: string;
  /** What the handler waits before it answers, in milliseconds: a bot that thinks. */
  readonly thinkMs: number;
  /** Of Postgres; without it the state is in memory. */
  readonly postgres?: string;
}

export function readPeerSettings(): PeerSettings {
  return JSON.parse(process.argv[2] ?? "{}") as PeerSettings;
}
