/** Agencies and libraries whose names stand under pictures. Longer names first, for they begin like shorter ones. */
const agencies = [
  'Getty Images',
  'Getty',
  'PA Images',
  'PA Media',
  'PA Wire',
  'PA Archive',
  'Press Association',
  'PA',
  'Reuters',
  'REUTERS',
  'AFP',
  'Associated Press',
  'AP Photo',
  'AP',
  'Alamy Live News',
  'Alamy',
  'EPA-EFE',
  'EPA',
  'Shutterstock',
  'Anadolu',
  'Bloomberg',
  'iStock',
  'Rex Features',
  'REX',
  'WPA Pool',
  'LNP',
  'SWNS',
  'Zuma Press',
  'Crown Copyright',
  'Crown copyright',
  'Unsplash',
  'Press Eye',
  'POOL',
] // prettier-ignore
const agency = `(?:${agencies.join('|')})`
const photographer = "\\p{Lu}[\\p{Ll}’'-]{0,30}(?: \\p{Lu}[\\p{L}’'.-]{0,30}){0,3}"
const credit = `(?:(?:${photographer})/)?${agency}(?: ?(?:/|via|,) ?(?:${agency}|Pool)){0,3}`
const creditLabel =
  '(?:Image|Picture|Photo|Photograph|Credit|Pic|Photo credit|Image credit|Image source|Picture credit|PA Photo)s?'

/** A block that is a picture's credit and nothing else: "PA", "(Getty Images)", "Credit: Jane Doe/AFP via Getty Images". */
export const isCredit = new RegExp(
  `^[(\\[]?(?:© ?(?:\\d{4} )?|${creditLabel} ?[:,] ?|${creditLabel} by )?${credit}[)\\]]?\\.?$|^[(\\[]?(?:©|${creditLabel} ?:|${creditLabel} by) ?[^.!?]{2,60}[)\\]]?\\.?$`,
  'u',
)

/** A caption that carries its own credit at the end: "… in London. (Jane Doe/PA Wire)", "… in London Jane Doe/PA". */
export const endsWithCredit = new RegExp(
  `[(\\[](?:${creditLabel}: ?[^()]{2,60}|(?:${photographer}/)${agency}[^()]{0,30}|${agency}(?: ?/ ?${agency})?)[)\\]]\\.?$|(?<![\\p{L}\\p{N}])${photographer}/${agency}(?:/${agency}| via ${agency})?\\.?$`,
  'u',
)

/**
 * Finds a credit run into the text: right after a small letter, a figure, a closing quote or a stop, and right
 * before a capital that begins a word, a quote, or the end. Group-less and global; give each scan its own copy.
 */
export const gluedCredit = new RegExp(
  `(?<=[\\p{Ll}\\d”’)\\].!?…])${credit}(?=\\p{Lu}[\\p{Ll}’' ]|\\p{Lu}{2,}\\s|[“‘"]|\\s*$)`,
  'gu',
)
