import type { PageElement } from './dom/pageElement.ts'
/** What an element's own tag, role and class names say it is, where that is not the article. Null when they say nothing. */
export function placeOf(element: PageElement): string | null {
  const tag = element.localName.toLowerCase()
  const role = element.getAttribute('role')?.toLowerCase()
  if (role && roles[role]) return roles[role]
  const named = nameParts(element)
  if (named.size > 0)
    for (const [words, place] of classes) if (words.some(word => named.has(word))) return place
  return tags[tag] ?? null
}

/** Whether class names say that an element outside a figure is a picture's caption. */
export function isCaptionByName(element: PageElement): boolean {
  const named = nameParts(element)
  return named.has('figcaption') || named.has('caption') || named.has('imagecaption')
}

const tags: Record<string, string> = {
  nav: 'Navigation',
  footer: 'Page footer',
  aside: 'Side column',
  form: 'Form or button',
  button: 'Form or button',
  dialog: 'Dialog of the page',
}

const roles: Record<string, string> = {
  navigation: 'Navigation',
  menu: 'Navigation',
  menubar: 'Navigation',
  contentinfo: 'Page footer',
  banner: 'Page header',
  complementary: 'Side column',
  search: 'Form or button',
  dialog: 'Dialog of the page',
  alertdialog: 'Dialog of the page',
}

const classes: readonly (readonly [readonly string[], string])[] = [
  [
    ['ad', 'ads', 'advert', 'adverts', 'advertisement', 'advertising', 'sponsor', 'sponsored', 'promo'],
    'Advertisement',
  ],
  [['cookie', 'cookies', 'consent', 'gdpr', 'onetrust', 'cmp'], 'Cookie or privacy notice'],
  [
    ['newsletter', 'newsletters', 'subscribe', 'subscription', 'signup', 'paywall', 'regwall'],
    'Subscription prompt',
  ],
  [['share', 'sharing', 'social', 'sharetools'], 'Buttons of the page'],
  [['comment', 'comments', 'disqus'], 'Readers’ comments'],
  [
    ['related', 'recommended', 'recommendations', 'recirculation', 'trending', 'mostread', 'popular'],
    'Links to other articles',
  ],
  [['nav', 'navigation', 'navbar', 'menu', 'breadcrumb', 'breadcrumbs', 'pagination'], 'Navigation'],
  [['footer'], 'Page footer'],
  [['sidebar'], 'Side column'],
  [['byline', 'author', 'authors'], 'Byline'],
]

function nameParts(element: PageElement): Set<string> {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500)
  if (!names.trim()) return new Set()
  // Both "cookie-notice" and "cookieNotice" are a cookie's.
  const apart = names.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return new Set([...apart.split(/[^a-z0-9]+/), ...names.toLowerCase().split(/[^a-z0-9]+/)])
}
