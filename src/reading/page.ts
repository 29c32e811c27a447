/** What is read of a long message, in UTF-16 units. A report keeps its words whole all the same. */
export const READ = { head: 1_500, telling: 500, tail: 500 } as const;

/** The longest message that is read whole. */
export const READ_WHOLE = READ.head + READ.telling + READ.tail;
