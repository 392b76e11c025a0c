import { pathToFileURL } from 'node:url'
import type { Block, Cell, Run, TypesetPack } from '../../backend/pdf/typeset/block.ts'

/** The same pack as a web page: the same words, headings, lists, tables and links, in the same face and size. */
export function packHtml(pack: TypesetPack, assetsFolder: string): string {
  const fonts = pathToFileURL(`${assetsFolder}/fonts/`).href
  const face = (file: string, weight: string, style: string) =>
    `@font-face{font-family:Arimo;src:url(${fonts}Arimo-${file}.ttf);font-weight:${weight};font-style:${style}}`
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(pack.title)}</title><style>
${face('Regular', '400', 'normal')}${face('Bold', '700', 'normal')}${face('RegularItalic', '400', 'italic')}
@page{size:A4;margin:30mm 25mm;@top-center{content:"${pack.marking}"}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}
body{font:12pt/16.5pt Arimo,sans-serif}p{margin:8pt 0}table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;border-top:.5pt solid #ccc;padding:4pt}.number{display:inline-block;width:30pt}
mark{background:#fff2c2}.break{break-before:page}</style></head><body>
<p>${escaped(pack.marking)}</p>
${pack.blocks.map(block => blockHtml(block, pack)).join('\n')}
</body></html>`
}

function blockHtml(block: Block, pack: TypesetPack): string {
  switch (block.kind) {
    case 'cover':
      return `<h1>${runsHtml(block.title)}</h1>${block.lines.map(line => `<p>${runsHtml(line)}</p>`).join('')}`
    case 'contents':
      return `<h2>${runsHtml(block.runs)}</h2><ul>${contents(pack)}</ul>`
    case 'title':
      return block.again ? `<p><b>${runsHtml(block.runs)}</b></p>` : `<h1>${runsHtml(block.runs)}</h1>`
    case 'heading': {
      const opens = block.role === 'annex' ? ' class="break"' : ''
      return `<h${block.level} id="h${pack.blocks.indexOf(block)}"${opens}>${runsHtml(block.runs)}</h${block.level}>`
    }
    case 'paragraph': {
      const number = block.label === undefined ? '' : `<span class="number">${escaped(block.label)}</span>`
      return `<p>${number}${runsHtml(block.runs)}</p>`
    }
    case 'quotation':
      return `<blockquote>${runsHtml(block.runs)}</blockquote>`
    case 'list':
      return `<ul>${block.items
        .map(
          ({ label, blocks }) =>
            `<li>${runsHtml(label)} ${blocks.map(one => blockHtml(one, pack)).join('')}</li>`,
        )
        .join('')}</ul>`
    case 'table':
      return `<table>${block.rows.map(row => `<tr>${row.map(cell => cellHtml(cell, pack)).join('')}</tr>`).join('')}</table>`
    case 'fields':
      return `<table>${block.rows
        .map(({ name, runs }) => `<tr><th>${escaped(name)}</th><td>${runsHtml(runs)}</td></tr>`)
        .join('')}</table>`
    case 'pageBreak':
      return '<div class="break"></div>'
  }
}

function contents(pack: TypesetPack): string {
  return pack.blocks
    .map((block, i) =>
      block.kind === 'heading' && block.level <= 3
        ? `<li><a href="#h${i}">${plain(block.runs)}</a></li>`
        : '',
    )
    .join('')
}

function cellHtml({ heading, columns, rows, blocks }: Cell, pack: TypesetPack): string {
  const tag = heading ? 'th' : 'td'
  return `<${tag} colspan="${columns}" rowspan="${rows}">${blocks.map(block => blockHtml(block, pack)).join('')}</${tag}>`
}

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('')

function runHtml({ text, bold, italic, raised, cited, link, anchor }: Run): string {
  let html = escaped(text).replaceAll('\n', '<br>')
  if (bold) html = `<b>${html}</b>`
  if (italic) html = `<i>${html}</i>`
  if (cited) html = `<mark>${html}</mark>`
  if (raised) html = `<sup>${html}</sup>`
  if (link) html = `<a href="${'url' in link.to ? escaped(link.to.url) : `#${link.to.anchor}`}">${html}</a>`
  return anchor === undefined ? html : `<span id="${anchor}">${html}</span>`
}

const plain = (runs: readonly Run[]): string => escaped(runs.map(({ text }) => text).join(''))

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
