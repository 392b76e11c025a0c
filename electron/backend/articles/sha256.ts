import { hash } from 'node:crypto'

/** In lower-case hexadecimal; a text is hashed as UTF-8. */
export const sha256 = (data: Uint8Array | string): string => hash('sha256', data, 'hex')
