import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure, type Fault } from '../../shared/contract/fault.ts'
import { openBackend, storageFailure } from '../backend/index.ts'
import { makeFolder } from '../backend/makeFolder.ts'
import { defaultArchiveFolder } from '../node/archiveFolder.ts'
import { logError } from '../node/logError.ts'
import { nodeHost } from '../node/nodeHost.ts'
import { commands } from './commands.ts'
import { demo } from './demo.ts'
import { type Door, openDoor } from './door.ts'
import { finishOutput, heedOutput, say, sayFault } from './output.ts'
import { Usage } from './usage.ts'

/** Runs one command line (without the program's own name). Gives the exit code: 0 done, 1 a stated failure, 2 wrong usage. */
export async function run(args: string[]): Promise<number> {
  heedOutput()
  const code = await obey(args).catch((error: unknown) => explain(error, args))
  return (await finishOutput()) ? code : 1
}

async function obey(args: string[]): Promise<number> {
  const { values, positionals } = read(args)
  const [name, ...words] = positionals
  if (values.help || name === undefined) {
    say(usage)
    return values.help ? 0 : 2
  }
  const isJson = values.json === true
  if (name === 'demo') return await demo({ words, values, isJson, open: openAt })
  if (!Object.hasOwn(commands, name)) throw new Usage(`There is no command “${name}”.`)
  const door = await openAt(resolve(values.archive ?? defaultArchiveFolder()))
  try {
    return await commands[name as keyof typeof commands]({ words, values, isJson, door, readInput })
  } finally {
    await door.close()
  }
}

/** Says what went wrong. Gives the exit code. */
function explain(error: unknown, args: string[]): number {
  const isJson = args.includes('--json')
  if (error instanceof Usage || isParseError(error)) {
    say(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
  const failure = error instanceof Failure ? error : storageFailure(error)
  sayFault(failure ?? unforeseen(error, args), isJson)
  return 1
}

/** Logs, in the archive's folder, what nobody foresaw. */
function unforeseen(error: unknown, args: string[]): Fault {
  const { values, positionals } = read(args)
  const folder = resolve(values.archive ?? defaultArchiveFolder())
  const sorry = 'Something went wrong inside Despatch. What was saved before is safe. Try again'
  try {
    makeFolder(folder, 'archive-unsuitable')
  } catch {
    return { code: 'internal', message: `${sorry}; no details could be kept in ${folder}.` }
  }
  logError(folder, error, positionals[0] ?? 'despatch')
  return { code: 'internal', message: `${sorry}; the details are in ${join(folder, 'despatch.log')}.` }
}

const openAt = async (archiveFolder: string): Promise<Door> => {
  const host = nodeHost({ kind: 'cli', archiveFolder })
  return openDoor(await openBackend(host), host.archiveFolder)
}

/** The whole of standard input, or of a file, as text. */
const readInput = (file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new Failure(
      'unreadable-file',
      `${file} could not be read (${(error as Error).message}). Nothing was changed.`,
    )
  }
}

const read = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      archive: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      limit: { type: 'string' },
      quote: { type: 'string' },
      kind: { type: 'string' },
      note: { type: 'string' },
      template: { type: 'string' },
      title: { type: 'string' },
      to: { type: 'string' },
      edition: { type: 'string' },
      sources: { type: 'string' },
      stdin: { type: 'boolean' },
    },
  })

const isParseError = (error: unknown): boolean =>
  String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')

const usage = `despatch <command> [--archive DIR] [--json]

  import PATH…                           take in files and folders
  search QUERY [--limit N]               find articles
  article ID                             one article with its text and blocks
  highlight ID --quote TEXT [--kind K] [--note T]
                                         mark the one place where these words stand
  pack new --template T --title T        a new pack
  pack list | pack show ID               the packs; one pack as JSON
  pack put FILE                          store a pack as printed by “pack show --json”
  export PACK --to FILE.pdf [--edition core]
                                         print a pack, the full one or the core one
  verify                                 check every original, text and the index
  reindex                                make the search index anew
  demo [--sources DIR] [--to DIR]        the sample pack, or one from your own sources, to a PDF
  call NAME [JSON] | call --stdin        any call of the contract

The archive is the folder given with --archive, or in DESPATCH_ARCHIVE, or your own.
Data goes to standard output, words to standard error. Exit: 0 done, 1 a stated failure, 2 wrong usage.`
