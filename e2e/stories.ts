/** Stories written for the specs: as text, and as the web pages that carry them. */

/** What a news agency sent out about a ferry. */
const agencyCopy = [
  'The ferry between the two quays will sail every forty minutes from the first of March, the harbour board said on Tuesday.',
  'It has sailed once an hour since the old boat was sold. Traders on the far bank had asked for more crossings ever since, and collected four thousand signatures.',
  'The board will pay £240,000 a year for a second crew. The money comes from mooring fees, which rise by three per cent in April.',
  'A spokesman said that the new boat had been late on nineteen days in its first month, mostly because of fog, and that its times would be looked at again in summer.',
  'The harbour master said that he had been given no more staff for the landing stage, and that he would need two people more on market days.',
]

/** An outlet's page with the agency's copy: its own headline, and a paragraph of its own where it has one. */
export const agencyPage = (outlet: string, headline: string, added = ''): string =>
  page(outlet, headline, [...agencyCopy, ...(added ? [added] : [])])

/** A page of an outlet as a browser saves it, with what stands around an article. */
export function page(outlet: string, headline: string, paragraphs: readonly string[], url = ''): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${headline}</title>
<meta property="og:title" content="${headline}"><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="2025-02-11T08:30:00Z">
${url ? `<link rel="canonical" href="${url}">` : ''}
</head><body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
<main><article><h1>${headline}</h1>
${paragraphs.map(words => `<p>${words}</p>`).join('\n')}
</article></main>
<footer><p>This site uses cookies. Read our cookie policy to learn more.</p></footer></body></html>
`
}

const pier = [
  'The pier will open again in May, two years after the storm that took its last hundred metres.',
  'Divers have mended forty of its ninety piles. The rest were found to be sound.',
  'The council will spend £1.2 million on the deck and the railings.',
  'Visitors will be let onto the first half from Easter, between nine and five.',
  'The lifeboat keeps its slipway at the far end, and has used it all along.',
  'A café is to open in the old ticket office by the gate.',
  'Two shelters are to be painted in the colours they had a century ago.',
  'The lamps along the railings are to burn until midnight in summer.',
  'The bandstand will be built again next year, if money can be found.',
  'Anglers may come back to the eastern side in autumn.',
]

/** The address of a story that its outlet published twice. */
const pierUrl = 'https://harbour.example/news/pier-opens-again'
export const pierTitle = 'Pier to open again in May'

/** The story as it was first published, and as it was published again with other figures. */
export const pierFirst: string = page('Harbour News', pierTitle, pier, pierUrl)
export const pierAgain: string = page(
  'Harbour News',
  pierTitle,
  [
    ...pier.slice(0, 2),
    'The council will spend £1.4 million on the deck and the railings.',
    ...pier.slice(3, -1),
    'The coastguard asks that nobody dive from it.',
  ],
  pierUrl,
)

/** A file as a person has it on the disk. */
export const htmlFile = (name: string, html: string) => ({
  name,
  mimeType: 'text/html',
  buffer: Buffer.from(html),
})
