import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serialize } from 'node:v8'
import { numberCitations } from '../../shared/document/citations.ts'
import type { Block, Run } from '../backend/pdf/typeset/block.ts'
import { typesetPack } from '../backend/pdf/typeset/typesetPack.ts'
import { type FileFacts, fileFacts } from './export/fileFacts.ts'
import { makePack } from './export/makePack.ts'
import { canMeasure, medians, type Taken } from './export/measured.ts'
import { packHtml } from './export/packHtml.ts'
import { installed, peers } from './export/peers.ts'
import { printFresh, printPlain } from './export/printFresh.ts'
import { differentFiles, places } from './export/sameBytes.ts'
import { printTable } from './search/printTables.ts'

/**
 * `npm run bench:export [-- [PAGES…] [--runs N] [--peers N] [--exports N] [--seed N]]`: prints generated packs, tagged and
 * linked, each in a fresh process, beside bare pdfkit with the same words and, up to `--peers` pages, beside the programs
 * that print the same pack as a web page. Then it prints the smallest pack `--exports` times over five time zones and
 * locales and compares the bytes.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    peers: { type: 'string', default: '200' },
    exports: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [10, 50, 200, 1000, 2000]
const [runs, peerPages, exports, seed] = [values.runs, values.peers, values.exports, values.seed].map(
  Number,
) as [number, number, number, number]
if ([...sizes, runs, peerPages, exports, seed].some(number => !Number.isInteger(number) || number < 0)) {
  process.stderr.write(
    'How many? npm run bench:export -- [PAGES…] [--runs N] [--peers N] [--exports N] [--seed N]\n',
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'despatch-bench-'))
const at = (name: string): string => join(folder, name)
const growth: string[][] = [
  [
    'pages',
    'citations',
    'seconds',
    'processor',
    'processor a page',
    'most memory',
    'bytes',
    'KB a page, with fonts',
    'without',
  ],
]

try {
  for (const size of sizes) {
    const job = makePack(size, seed)
    const pack = typesetPack(job)
    writeFileSync(at('job'), serialize(job))
    writeFileSync(at('words.txt'), wordsOf(pack.blocks))
    writeFileSync(at('pack.html'), packHtml(pack, job.assetsFolder))
    const own = print('Despatch', runs, pdf => printFresh(at('job'), pdf))
    const rows = [
      ['', 'seconds', 'processor', 'most memory of one process', 'pages', 'KB a page', 'tagged'],
      row('Despatch', own),
      row(
        'bare pdfkit `text()`',
        print('pdfkit', runs, pdf => printPlain(at('words.txt'), pdf, job.assetsFolder)),
      ),
      ...(size <= peerPages ? peers.map(peer => peerRow(peer)) : []),
    ]
    const citations = [...numberCitations(job.briefing.content).values()].reduce(
      (sum, { places }) => sum + places.length,
      0,
    )
    console.log(`\n## ${own.facts.pages} pages, ${citations} citations (load ${loadavg()[0]!.toFixed(1)})\n`)
    printTable(rows)
    const { bytes, fontBytes, pages } = own.facts
    growth.push([
      String(pages),
      String(citations),
      own.taken.seconds.toFixed(2),
      own.taken.processor.toFixed(2),
      `${((own.taken.processor / pages) * 1000).toFixed(1)} ms`,
      `${own.taken.megabytes.toFixed(0)} MB`,
      String(bytes),
      kilobytes(bytes, pages),
      kilobytes(bytes - fontBytes, pages),
    ])
  }
  console.log('\n## Growth\n')
  printTable(growth)
  if (!canMeasure) console.log('\nThere is no /usr/bin/time here, so processor and memory are not measured.')
  if (exports > 0) {
    writeFileSync(at('job'), serialize(makePack(Math.min(...sizes), seed)))
    const different = differentFiles(at('job'), at('same.pdf'), exports)
    console.log(
      `\n${exports} exports over ${places.length} time zones and locales: ${different} different file(s).`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Printed {
  taken: Taken
  facts: FileFacts
}

/** Medians of several runs after one that warms the caches up. */
function print(name: string, times: number, printOnce: (pdf: string) => Taken): Printed {
  const pdf = at(`${name}.pdf`)
  printOnce(pdf)
  return { taken: medians(Array.from({ length: times }, () => printOnce(pdf))), facts: fileFacts(pdf) }
}

function peerRow(peer: (typeof peers)[number]): string[] {
  const program = installed(peer)
  if (program === null) return [peer.name, 'not installed here', '', '', '', '', '']
  try {
    return row(
      peer.name,
      print(peer.name, Math.min(runs, 3), pdf => peer.print(program, at('pack.html'), pdf)),
    )
  } catch (error) {
    return [peer.name, `failed: ${(error as Error).message.split('\n')[0]}`, '', '', '', '', '']
  }
}

function row(name: string, { taken, facts }: Printed): string[] {
  return [
    name,
    taken.seconds.toFixed(2),
    taken.processor.toFixed(2),
    `${taken.megabytes.toFixed(0)} MB`,
    String(facts.pages),
    kilobytes(facts.bytes, facts.pages),
    facts.tagged ? 'yes' : 'no',
  ]
}

function kilobytes(bytes: number, pages: number): string {
  return (bytes / 1024 / pages).toFixed(2)
}

/** All words of the pack, a line for each block. */
function wordsOf(blocks: readonly Block[]): string {
  const words = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === 'cover') return [words(block.title), ...block.lines.map(words)]
      if (block.kind === 'list')
        return block.items.map(({ label, blocks }) => `${words(label)} ${wordsOf(blocks)}`)
      if (block.kind === 'table')
        return block.rows.map(row => row.map(({ blocks }) => wordsOf(blocks)).join('  '))
      if (block.kind === 'fields') return block.rows.map(({ name, runs }) => `${name} ${words(runs)}`)
      return block.kind === 'pageBreak' ? [] : [words(block.runs)]
    })
    .join('\n')
}
