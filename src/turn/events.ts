/** The event of a turn whose answer knows nothing: whoever stands around it may have something better. */
export const NOT_KNOWN_EVENT = "not_known";
