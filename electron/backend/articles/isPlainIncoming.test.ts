import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incomingFile } from './incomingFile.ts'
import { IncomingFile } from './incomingSource.ts'
import { isPlainIncoming } from './isPlainIncoming.ts'
import { parseFile } from './parse/parseFile.ts'

async function readText(words: string): Promise<IncomingFile> {
  const bytes = new TextEncoder().encode(words)
  return incomingFile(bytes, await parseFile({ name: 'a.txt', bytes }))
}

const story =
  'Ferries return\n\nBy Jo Roe\n\n14 December 2024\n\nThe first boat left the quay at dawn.\n\nAdvertisement'

test('what the reader of texts gives is plain', async () => {
  expect(isPlainIncoming(await readText(story))).toBe(true)
})

/** What a field might be made into, by a file that got the better of its reader. */
const odd = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    'x',
    'paragraph',
    '2024-02-30',
    '2024-02-03',
    0,
    -1,
    1.5,
    2 ** 53,
    Number.NaN,
  ),
  fc.constantFrom([], {}, [1, 1], [2 ** 32], new Uint8Array(2), 'y'.repeat(201), new Date(0), new Map()),
)

test('what is plain is, to the letter, what the schema gives back', async () => {
  const whole = await readText(story)
  const places = [...everyPlace(whole)]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), odd, fc.constantFrom('put', 'drop', 'add')), { maxLength: 3 }),
      changes => {
        const value = structuredClone(whole)
        for (const [which, instead, how] of changes)
          change(value, places[which % places.length]!, how, instead)
        if (!isPlainIncoming(value)) return
        const checked = IncomingFile.safeParse(value)
        expect(checked.success).toBe(true)
        expect(checked.data).toStrictEqual(value)
      },
    ),
    { numRuns: 5000 },
  )
})

test('every single change that the schema refuses is not plain', async () => {
  const whole = await readText(story)
  for (const place of everyPlace(whole))
    for (const instead of [undefined, null, '', -1, 1.5, {}, []]) {
      const value = structuredClone(whole)
      change(value, place, 'put', instead)
      if (!IncomingFile.safeParse(value).success) expect(isPlainIncoming(value)).toBe(false)
    }
})

type Place = (string | number)[]

function* everyPlace(value: unknown, at: Place = []): Generator<Place> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  for (const [key, inner] of Object.entries(value)) {
    yield [...at, key]
    yield* everyPlace(inner, [...at, key])
  }
}

function change(whole: unknown, place: Place, how: 'put' | 'drop' | 'add', instead: unknown): void {
  let inside = whole as Record<string, unknown> | null | undefined
  for (const key of place.slice(0, -1)) inside = inside?.[key] as typeof inside
  if (typeof inside !== 'object' || inside === null) return
  const last = how === 'add' ? 'added' : String(place.at(-1))
  if (how === 'drop') Reflect.deleteProperty(inside, last)
  else inside[last] = instead
}
