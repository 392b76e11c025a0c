/** The most bytes one source may have, on the way in and for every importer. */
export const SOURCE_LIMIT = 64 * 1024 * 1024
