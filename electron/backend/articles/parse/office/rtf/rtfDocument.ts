import type { Refuse } from '../../../parsedSource.ts'
import type { DraftBlock } from '../../draftBlock.ts'
import type { Properties } from '../propertyFindings.ts'
import { codePageOf } from './rtfCodePages.ts'
import { characters, type Destination, destinations } from './rtfDestinations.ts'
import { RtfFlow } from './rtfFlow.ts'
import { type RtfListener, rtfTokens } from './rtfTokens.ts'

/** Word nests some tens of groups; a file beyond this was made to do harm. */
const deepest = 500

export interface RtfDocument {
  blocks: DraftBlock[]
  /** Lines of page headers and footers, each with what it is. */
  running: [text: string, furniture: string][]
  properties: Properties
  /** The first paragraph in the title style. */
  title: string | null
  codePage: number
}

/** Reads an RTF file (Specification 1.9.1): its paragraphs, list items and tables, notes at the end. */
export function rtfDocument(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array, codePage: number) => string,
  refuse: Refuse,
): RtfDocument {
  const interpreter = new RtfInterpreter(decode, refuse)
  rtfTokens(bytes, interpreter)
  return interpreter.document()
}

/** What holds inside a group and ends with it. */
interface State {
  to: Destination
  flow: RtfFlow
  /** How many characters after `\u` stand for those who do not know it. */
  substitutes: number
  font: number | null
  hidden: boolean
  style: number | null
  outlined: boolean
  inTable: boolean
}

class RtfInterpreter implements RtfListener {
  readonly #decode: (bytes: Uint8Array, codePage: number) => string
  readonly #refuse: Refuse
  readonly #body = new RtfFlow()
  readonly #notes: DraftBlock[] = []
  readonly #running: [string, string][] = []
  readonly #properties: Record<'title' | 'author' | 'created' | 'modified', string> = {
    title: '',
    author: '',
    created: '',
    modified: '',
  }
  readonly #fontPages = new Map<number, number>()
  readonly #styles = new Map<number, string>()
  readonly #outer: State[] = []
  #state: State = {
    to: 'text',
    flow: this.#body,
    substitutes: 1,
    font: null,
    hidden: false,
    style: null,
    outlined: false,
    inTable: false,
  }
  #codePage = 1252
  #defaultFont: number | null = null
  /** `\*` was read: the next word's group is skipped when the word is not known. */
  #starred = false
  /** Characters still to be left out after `\u`. */
  #leaveOut = 0
  #pending: Uint8Array[] = []
  #styleName = ''
  #noteCount = 0
  #title: string | null = null

  constructor(decode: (bytes: Uint8Array, codePage: number) => string, refuse: Refuse) {
    this.#decode = decode
    this.#refuse = refuse
  }

  document(): RtfDocument {
    while (this.#outer.length > 0) this.close()
    this.#flush()
    this.#body.end()
    const { title, author, created, modified } = this.#properties
    return {
      blocks: [...this.#body.blocks, ...this.#notes],
      running: this.#running,
      properties: { title, author, created, modified },
      title: this.#title,
      codePage: this.#codePage,
    }
  }

  open(): void {
    this.#flush()
    this.#leaveOut = 0
    if (this.#outer.length >= deepest)
      this.#refuse(
        'its groups are nested too deep for a document. Open it in Word or LibreOffice and save it again.',
      )
    this.#outer.push(this.#state)
    this.#state = { ...this.#state }
  }

  close(): void {
    this.#flush()
    this.#leaveOut = 0
    const inner = this.#state
    const outer = this.#outer.pop()
    if (!outer) return
    this.#state = outer
    if (inner.to === 'styles' && inner.style !== null) this.#nameStyle(inner.style)
    if (inner.flow !== outer.flow) this.#endFlow(inner, outer)
  }

  text(bytes: Uint8Array): void {
    this.#starred = false
    const from = Math.min(this.#leaveOut, bytes.length)
    this.#leaveOut -= from
    if (from < bytes.length) this.#pending.push(from > 0 ? bytes.subarray(from) : bytes)
  }

  byte(byte: number): void {
    this.#starred = false
    if (this.#leaveOut > 0) this.#leaveOut--
    else this.#pending.push(Uint8Array.of(byte))
  }

  word(name: string, parameter: number | null): void {
    const starred = this.#starred
    this.#starred = false
    if (this.#leaveOut > 0 && name !== 'u' && name !== '*') {
      this.#leaveOut--
      return
    }
    this.#flush()
    if (name === '*') {
      this.#starred = true
      return
    }
    const to = destinations[name]
    if (to) this.#enter(to, name)
    else if (starred) this.#state.to = 'skip'
    else if (name === 'u') this.#unicode(parameter ?? 0)
    else if (characters[name] !== undefined) this.#write(characters[name])
    else this.#set(name, parameter)
  }

  #enter(to: Destination, name: string): void {
    const state = this.#state
    if (to === 'note' || to === 'header' || to === 'footer' || to === 'box') {
      // A box may stand in what is otherwise skipped; the others may not.
      if (state.to !== 'text' && to !== 'box') return
      if (to === 'note') this.#write(`[${++this.#noteCount}]`)
      Object.assign(state, { to: 'text', flow: new RtfFlow(), inTable: false, style: null, outlined: false })
      this.#kinds.set(state.flow, { to, number: this.#noteCount })
    } else if (to === 'text') {
      if (state.to === 'skip' && name !== 'fldrslt') state.to = 'text'
    } else if (state.to === 'info' || state.to === 'text' || to === 'skip') state.to = to
  }

  /** What each open stream of its own is; a note's number with it. */
  readonly #kinds = new Map<RtfFlow, { to: Destination; number: number }>()

  #endFlow(inner: State, outer: State): void {
    const { flow } = inner
    flow.end()
    const kind = this.#kinds.get(flow)
    this.#kinds.delete(flow)
    if (kind?.to === 'box') outer.flow.hold(flow.blocks)
    else if (kind?.to === 'note')
      flow.blocks.forEach(({ text }, i) => {
        this.#notes.push({ kind: 'listItem', text: i === 0 ? `[${kind.number}] ${text}` : text })
      })
    else
      for (const { text } of flow.blocks)
        this.#running.push([text, kind?.to === 'header' ? 'Page header' : 'Page footer'])
  }

  /** Words that say how the text around them is to be read. */
  #set(name: string, parameter: number | null): void {
    const state = this.#state
    const value = parameter ?? 0
    switch (name) {
      case 'par':
      case 'page':
      case 'sect':
      case '\n':
      case '\r':
        if (state.to === 'text') this.#endParagraph()
        break
      case 'cell':
        if (state.to === 'text') state.flow.cell()
        break
      case 'row':
        if (state.to === 'text') state.flow.row()
        break
      case 'intbl':
        state.inTable = true
        break
      case 'pard':
        Object.assign(state, { inTable: false, style: null, outlined: false })
        break
      case 'plain':
        Object.assign(state, { font: this.#defaultFont, hidden: false })
        break
      case 'v':
      case 'deleted':
        state.hidden = parameter !== 0
        break
      case 's':
        state.style = value
        break
      case 'outlinelevel':
        state.outlined = value >= 0 && value <= 8
        break
      case 'uc':
        state.substitutes = Math.min(Math.max(value, 0), 8)
        break
      case 'f':
        state.font = value
        break
      case 'fcharset':
      case 'cpg': {
        const page = name === 'cpg' ? value : codePageOf(value)
        if (state.to === 'fonts' && state.font !== null && page) this.#fontPages.set(state.font, page)
        break
      }
      case 'deff':
        this.#defaultFont = value
        break
      case 'ansicpg':
        if (value > 0) this.#codePage = value
        break
      case 'mac':
        this.#codePage = 10000
        break
      case 'pc':
        this.#codePage = 437
        break
      case 'pca':
        this.#codePage = 850
        break
      case 'yr':
      case 'mo':
      case 'dy':
        if (state.to === 'created' || state.to === 'modified')
          this.#properties[state.to] += `${name === 'yr' ? '' : '-'}${String(value).padStart(2, '0')}`
    }
  }

  #unicode(parameter: number): void {
    this.#write(String.fromCharCode(parameter < 0 ? parameter + 65536 : parameter))
    this.#leaveOut = this.#state.substitutes
  }

  #endParagraph(): void {
    const { flow, style, outlined, inTable } = this.#state
    const name = style === null ? '' : (this.#styles.get(style) ?? '')
    const isTitle = /^title$/i.test(name)
    const before = flow.blocks.length
    const heading = !inTable && (outlined || isTitle || /^heading \d/i.test(name))
    flow.paragraph({ heading, inTable })
    if (isTitle && !inTable && flow === this.#body) this.#title ??= flow.blocks[before]?.text ?? null
  }

  #nameStyle(style: number): void {
    const name = this.#styleName.replace(/;.*$/s, '').trim()
    if (name) this.#styles.set(style, name.slice(0, 100))
    this.#styleName = ''
  }

  /** Decodes the bytes read so far with the code page of their font. */
  #flush(): void {
    if (this.#pending.length === 0) return
    const bytes = this.#pending.length === 1 ? this.#pending[0]! : Buffer.concat(this.#pending)
    this.#pending = []
    const { to, hidden, font } = this.#state
    if (to === 'skip' || to === 'fonts' || hidden) return
    const page = (font === null ? null : this.#fontPages.get(font)) ?? this.#codePage
    this.#write(this.#decode(bytes, page))
  }

  #write(text: string): void {
    const { to, hidden, flow } = this.#state
    if (hidden) return
    if (to === 'text') flow.write(text)
    else if (to === 'marker') flow.listed ||= /\S/.test(text)
    else if (to === 'styles') this.#styleName += text
    else if (to === 'title' || to === 'author') this.#properties[to] += text
  }
}
