import { z } from 'zod'
import { Failure } from '../../shared/contract/fault.ts'
import { type Given, noMoreThan, parseJson } from './command.ts'
import type { Door } from './door.ts'
import { inputLines } from './inputLines.ts'
import { isUnread, writeJson } from './output.ts'
import { Usage } from './usage.ts'

/** `call NAME [JSON]`, or `call --stdin` with `[name, input]` on every line. */
export async function call({ words, values, door }: Given): Promise<number> {
  noMoreThan(values.stdin ? 0 : 2, words, 'call')
  if (values.stdin) return await callEach(door)
  const [name, input = '{}'] = words
  if (name === undefined) throw new Usage('call needs the name of a call.')
  const parsed = parseJson(input)
  if (parsed === undefined) throw new Usage('The input of a call is JSON.')
  const reply = await door.perform(name, parsed)
  if (!reply.ok) throw new Failure(reply.fault.code, reply.fault.message)
  writeJson(reply.value)
  return 0
}

async function callEach(door: Door): Promise<number> {
  for await (const line of inputLines(process.stdin)) {
    if (isUnread()) break
    if (line.trim() === '') continue
    const asked = CallLine.safeParse(parseJson(line))
    writeJson(
      asked.success
        ? await door.perform(asked.data[0], asked.data[1])
        : { ok: false, fault: { code: 'invalid-input', message: 'A line is [name, input] in JSON.' } },
    )
  }
  return 0
}

const CallLine = z.union([
  z.tuple([z.string(), z.unknown()]),
  z.tuple([z.string()]).transform(([n]) => [n, {}] as const),
])
