import { execFileSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { measured, type Taken } from './measured.ts'

/** A program that makes a PDF of a web page. */
export interface Peer {
  name: string
  /** The first of these that is installed is run; `DESPATCH_` and the name in capitals in the environment may say another. */
  programs: readonly string[]
  print(program: string, html: string, pdf: string): Taken
}

export const peers: readonly Peer[] = [
  {
    name: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    print: (program, html, pdf) =>
      measured(program, [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${join(dirname(pdf), 'chromium')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(html).href,
      ]),
  },
  {
    name: 'WeasyPrint',
    programs: ['weasyprint'],
    print: (program, html, pdf) => measured(program, [html, pdf]),
  },
  {
    name: 'LibreOffice',
    programs: ['soffice', 'libreoffice'],
    print(program, html, pdf) {
      const profile = pathToFileURL(join(dirname(pdf), 'libreoffice')).href
      const filter =
        'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
      const taken = measured(program, [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        dirname(pdf),
        html,
      ])
      renameSync(html.replace(/\.html$/, '.pdf'), pdf)
      return taken
    },
  },
]

/** Where a peer is installed; null where it is not. */
export function installed({ name, programs }: Peer): string | null {
  for (const program of [process.env[`DESPATCH_${name.toUpperCase()}`], ...programs]) {
    if (program === undefined) continue
    try {
      return execFileSync('which', [program], { encoding: 'utf8' }).trim()
    } catch {}
  }
  return null
}
