import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

/** Each test starts several processes. */
vi.setConfig({ testTimeout: 60_000 })

const main = join(import.meta.dirname, 'main.ts')
const sources = join(import.meta.dirname, '..', '..', 'assets', 'sample', 'articles')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'despatch-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function despatch(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, ...args, '--archive', join(folder, 'archive')],
    { input, encoding: 'utf8' },
  )
  return { status, stdout, stderr, json: () => JSON.parse(stdout) }
}

describe('the prompt', () => {
  test('says how it is used, and 2, when it was not understood', () => {
    for (const args of [
      [],
      ['nonsense'],
      ['search'],
      ['import'],
      ['toString'],
      ['pack', 'burn'],
      ['highlight', 'x'],
      ['export', 'x', '--to', 'x.txt'],
      ['search', '--no-such-option', 'x'],
      ['call', 'packs.list', '{'],
    ]) {
      const { status, stdout, stderr } = despatch(args)
      expect([status, stdout], args.join(' ')).toEqual([2, ''])
      expect(stderr).toContain('despatch <command>')
    }
    expect(despatch(['--help']).status).toBe(0)
  })

  test('states a failure as data, and 1', () => {
    const { status, stderr, json } = despatch(['article', 'a0', '--json'])
    expect(status).toBe(1)
    expect(json()).toEqual({
      fault: { code: 'not-found', message: 'There is no article a0 in this archive.' },
    })
    expect(stderr).toContain('There is no article a0')
  })

  test('goes from files to a PDF', () => {
    const imported = despatch(['import', sources, '--json'])
    const lines = imported.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.length).toBeGreaterThanOrEqual(8)
    expect(new Set(lines.map(line => line.outcome))).toEqual(new Set(['added']))
    for (const line of lines)
      expect(Object.keys(line).sort()).toEqual(['articleId', 'outcome', 'path', 'reason', 'title'])

    const found = despatch(['search', 'Calais Group', '--limit', '2', '--json']).json()
    expect(found.hits).toHaveLength(2)
    expect(found.total).toBeGreaterThanOrEqual(2)
    expect(Object.keys(found.hits[0])).toEqual(
      expect.arrayContaining(['articleId', 'title', 'publisher', 'publishedOn', 'snippet', 'score']),
    )
    expect(found.hits[0].score).toBeGreaterThanOrEqual(found.hits[1].score)

    const article = despatch(['article', found.hits[0].articleId, '--json']).json()
    const block = article.blocks.find(
      (b: { kind: string; furniture?: string }) => b.kind === 'paragraph' && !b.furniture,
    )
    const quote = article.text.slice(block.start, block.end)
    const marked = despatch([
      'highlight',
      article.articleId,
      '--quote',
      quote,
      '--kind',
      'figure',
      '--note',
      'Check',
      '--json',
    ]).json()
    expect(marked).toMatchObject({
      start: block.start,
      end: block.end,
      exact: quote,
      kind: 'figure',
      note: 'Check',
    })
    expect(
      despatch(['highlight', article.articleId, '--quote', 'no such words', '--json']).json().fault.code,
    ).toBe('quote-not-found')
    expect(despatch(['highlight', article.articleId, '--quote', 'e', '--json']).json().fault.code).toBe(
      'quote-not-unique',
    )

    const pack = despatch(['pack', 'new', '--template', 'submission', '--title', 'By hand', '--json']).json()
    const shown = despatch(['pack', 'show', pack.packId, '--json']).json()
    shown.briefing.content.content.push({
      type: 'quotation',
      attrs: {
        articleId: article.articleId,
        version: 1,
        highlightId: marked.highlightId,
        locator: null,
        exact: quote,
        declared: 'verbatim',
      },
      content: [{ type: 'text', text: quote }],
    })
    const file = join(folder, 'pack.json')
    writeFileSync(file, JSON.stringify(shown))
    expect(despatch(['pack', 'put', file, '--json']).json()).toMatchObject({
      packId: pack.packId,
      revision: 2,
    })
    expect(despatch(['pack', 'list', '--json']).json()).toMatchObject([
      { packId: pack.packId, title: 'By hand' },
    ])

    const target = join(folder, 'by hand.pdf')
    const exported = despatch(['export', pack.packId, '--to', target, '--json']).json()
    expect(Object.keys(exported).sort()).toEqual(['bytes', 'milliseconds', 'pages', 'path', 'sha256'])
    expect(exported).toMatchObject({ path: target, bytes: readFileSync(target).byteLength })
    const nowhere = despatch(['export', pack.packId, '--to', join(folder, 'no', 'such.pdf'), '--json'])
    expect(nowhere.json().fault.message).toMatch(/its folder is not there.*Choose another place/)
    expect(existsSync(`${target}.part`)).toBe(false)

    expect(despatch(['verify', '--json']).json()).toMatchObject({ articles: lines.length, differences: [] })
  })

  test('answers any call of the contract, one line each', () => {
    const { stdout, status } = despatch(
      ['call', '--stdin'],
      '["packs.list", {}]\nnot json\n["no.such", {}]\n["articles.search", {"words": "\\"", "limit": 1}]\n',
    )
    const replies = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(status).toBe(0)
    expect(replies.map(r => r.ok)).toEqual([true, false, false, true])
    expect(replies[3].value).toMatchObject({ total: 0, hits: [] })
  })
})
