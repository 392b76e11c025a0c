/**
 * The file name proposed for an export: date, title and marking in lower case with hyphens, as a records
 * officer files it. Letters of any script stay; nothing a file system could take for a path does.
 */
export function exportFileName(title: string, marking: string, date: string): string {
  const parts = [date.slice(0, 10), hyphenated(title).slice(0, 80), hyphenated(marking).slice(0, 60)]
  return `${parts
    .filter(part => part !== '')
    .join('-')
    .replaceAll(/-+/g, '-')
    .replace(/-$/, '')}.pdf`
}

const hyphenated = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’']/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
