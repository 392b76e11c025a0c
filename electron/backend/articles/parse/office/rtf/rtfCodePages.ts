/** Character sets of fonts, as in `\fcharset`, and the Windows code pages they mean: RTF Specification 1.9.1, "Font Table". */
const charsets: Record<number, number> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

/** The code page of a font's character set; null where it is that of the document, or none (symbols). */
export const codePageOf = (charset: number): number | null => charsets[charset] ?? null

/** Decodes bytes of a Windows code page. Loaded once for a file, so that text files never wait for it. */
export async function codePageDecoder(): Promise<(bytes: Uint8Array, codePage: number) => string> {
  const { default: iconv } = await import('iconv-lite')
  return (bytes, codePage) => {
    const name = codePageName(codePage)
    return iconv.decode(Buffer.from(bytes), iconv.encodingExists(name) ? name : 'windows-1252')
  }
}

/** A code page as the WHATWG Encoding Standard or iconv-lite calls it. */
export function codePageName(codePage: number): string {
  if (codePage === 10000) return 'macintosh'
  if (codePage === 65001) return 'utf-8'
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`
  return `cp${codePage}`
}
