import { articleParts } from './generateArticle.ts'

/**
 * A saved web page as news sites make them, some 60 KB: navigation, an article among captions, advertisements and
 * share buttons, links to others, comments, a footer; with JSON-LD, Open Graph and scripts.
 */
export function generatePage(random: () => number): string {
  const { title, author, date, paragraphs } = articleParts(random)
  const other = () => articleParts(random)
  const teasers = Array.from({ length: 30 }, () => {
    const { title: head, paragraphs: body } = other()
    return `<li class="card teaser"><a href="/news/${head.replaceAll(' ', '-')}"><img src="data:," alt=""><h3>${head}</h3><p>${body[0]!.slice(0, 90)}</p></a></li>`
  }).join('\n')
  const body = paragraphs
    .map((paragraph, i) =>
      i % 5 === 2
        ? `<p>${paragraph}</p>\n<div class="ad-slot"><span>Advertisement</span></div>\n<figure><img src="data:," alt=""><figcaption>${paragraph.slice(0, 70)} <span>Getty Images</span></figcaption></figure>`
        : `<p>${paragraph} <a href="/topic/${i}">${paragraph.slice(0, 12)}</a></p>`,
    )
    .join('\n')
  const script = `<script>window.__state=${JSON.stringify({ page: 'x'.repeat(6000) })}</script>`
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: `${date}T08:30:00Z`,
    author: [{ '@type': 'Person', name: author }],
    publisher: { '@type': 'Organization', name: 'The Evening Ledger' },
  }
  const menu = Array.from({ length: 40 }, (_, i) => `<li><a href="/section/${i}">Section ${i}</a></li>`).join(
    '',
  )
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title} | The Evening Ledger</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Evening Ledger">
<link rel="canonical" href="https://ledger.example/news/${title.replaceAll(' ', '-').toLowerCase()}">
<script type="application/ld+json">${JSON.stringify(linked)}</script>${script}${script}<style>${'.a{color:red}'.repeat(400)}</style></head>
<body><header class="site-header"><nav><ul>${menu}</ul></nav></header>
<div id="cookie-banner">We use cookies to improve this site. <button>Accept all</button></div>
<main><article><h1>${title}</h1><p class="byline">By ${author}</p><time datetime="${date}">${date}</time>
<div class="share"><button>Share</button><button>Tweet</button></div>
<div class="article-body">${body}</div></article>
<aside class="related"><h2>More stories</h2><ul>${teasers}</ul></aside></main>
<section class="comments"><h2>Comments</h2>${Array.from({ length: 12 }, () => `<div class="comment"><p>${other().paragraphs[0]!}</p></div>`).join('')}</section>
<footer><p>© 2024 The Evening Ledger. All rights reserved.</p><ul>${menu}</ul></footer>${script}</body></html>`
}
