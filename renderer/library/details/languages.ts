const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' })

/** The languages offered: those of these islands, and those most often read beside them. */
const common = [
  ...[
    'en-GB',
    'en',
    'en-US',
    'cy',
    'gd',
    'ga',
    'fr',
    'de',
    'es',
    'it',
    'pt',
    'nl',
    'pl',
    'ro',
    'bg',
    'el',
    'sv',
  ],
  ...[
    'uk',
    'ru',
    'tr',
    'sq',
    'ar',
    'fa',
    'ps',
    'ku',
    'ur',
    'hi',
    'bn',
    'pa',
    'so',
    'ti',
    'am',
    'vi',
    'zh',
    'ja',
  ],
]

/** What may be chosen, as tags (BCP 47) with their names. What stands there already is always among them. */
export function languageOptions(now: string): { value: string; label: string }[] {
  const tags = now === '' || common.includes(now) ? common : [now, ...common]
  return [{ value: '', label: 'Not known' }, ...tags.map(tag => ({ value: tag, label: languageName(tag) }))]
}

/** "French" for "fr"; a tag that nobody knows stays as it is. */
function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
