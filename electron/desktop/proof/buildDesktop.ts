import { join, relative } from 'node:path'
import { type Plugin, type RolldownOptions, rolldown } from 'rolldown'
import { desktopBundles } from '../rolldown.config.ts'

/** A change to one source file before it is bundled. `find` must be there exactly once. */
export interface Change {
  /** The file's path from the root of the project. */
  file: string
  find: string
  replace: string
}

/** Writes every bundle of the desktop room to a folder inside the project, where its packages are found. */
export async function buildDesktop(outFolder: string): Promise<void> {
  for (const options of desktopBundles(outFolder)) {
    const bundle = await rolldown(options)
    await bundle.write(one(options))
    await bundle.close()
  }
}

/** The text of one bundle with a change made to its sources. Throws when the change finds nothing to change. */
export async function bundleWith(name: string, change: Change): Promise<string> {
  let made = false
  const plugin: Plugin = {
    name: 'change',
    transform(code, id) {
      if (relative(process.cwd(), id).replaceAll('\\', '/') !== change.file) return
      made = true
      return applied(code, change)
    },
  }
  const outFolder = join(process.cwd(), 'out', 'unwritten')
  const options = desktopBundles(outFolder, plugin).find(
    ({ output }) => one({ output }).file === join(outFolder, name),
  )
  if (!options) throw new Error(`there is no bundle ${name}`)
  const bundle = await rolldown(options)
  const { output } = await bundle.generate(one(options))
  await bundle.close()
  if (!made) throw new Error(`${name} is not made from ${change.file}`)
  return output[0].code
}

/** The text with the change made. */
export function applied(text: string, { file, find, replace }: Change): string {
  const parts = text.split(find)
  if (parts.length !== 2) throw new Error(`${file} holds ${JSON.stringify(find)} ${parts.length - 1} times`)
  return parts.join(replace)
}

function one({ output }: RolldownOptions) {
  if (!output || Array.isArray(output)) throw new Error('a bundle has exactly one output')
  return output
}
