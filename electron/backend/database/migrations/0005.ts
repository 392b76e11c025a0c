/**
 * Blocks are stored shorter from here on (see articles/storedBlocks.ts); those that are there stay as they are, and are read
 * as well. An earlier Despatch could not read the new ones, so it is told that the archive is a newer one's.
 */
export const migration0005 = /* sql */ `
SELECT 1;
`
