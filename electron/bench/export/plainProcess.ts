import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'

/** A fresh process in which bare pdfkit sets words as one text, with no structure and no links: WORDS PDF ASSETS. */
const [words, file, assets] = process.argv.slice(2) as [string, string, string]
const document = new PDFDocument({ size: 'A4', font: join(assets, 'fonts', 'Arimo-Regular.ttf') })
document.pipe(createWriteStream(file))
document.fontSize(12).text(readFileSync(words, 'utf8'))
document.end()
