import type { ReportMedia } from "../report.ts";

/** The citizen has said that it may be handed over. */
type Offered = ReportMedia & { readonly agreed?: true };

/** A voice tells who speaks, however clean its file is. */
export const isVoice = ({ kind, contentType }: ReportMedia): boolean =>
  kind === "audio" || contentType.startsWith("audio/");

/** Files that may tell of their maker: the citizen decides whether they go with the report. */
export const undecided = <File extends Offered>(files: readonly File[]): readonly File[] =>
  files.filter((file) => (file.clean !== true || isVoice(file)) && file.agreed !== true);

/** What goes with the report: the rest, without the mark. */
export const decided = (files: readonly Offered[]): readonly ReportMedia[] => {
  const open = new Set(undecided(files).map(({ key }) => key));
  return files.filter(({ key }) => !open.has(key)).map(({ agreed: _, ...file }) => file);
};

/** What may be posted to the group. Everything else is only offered to a handler. */
export const postable = (files: readonly ReportMedia[]): readonly ReportMedia[] =>
  files.filter(({ clean }) => clean === true);

/** What a handler may open by themselves, after a warning. */
export const offered = (files: readonly ReportMedia[]): readonly ReportMedia[] =>
  files.filter(({ clean }) => clean !== true);
