import { call } from '../api/index.ts'
import { toast } from '../ui/index.ts'

/** Removes a pack, with a way back. Gives whether it is gone. */
export async function removePack(packId: string, title: string): Promise<boolean> {
  return told(async () => {
    await call('packs.remove', { packId })
    toast(`‘${title}’ was removed.`, {
      action: { label: 'Undo', onPress: () => void told(() => call('packs.restore', { packId })) },
    })
  })
}

/** Makes a copy of a pack as it is stored. */
export async function duplicatePack(packId: string): Promise<boolean> {
  return told(async () => {
    const copy = await call('packs.duplicate', { packId })
    toast(`The copy is called ‘${copy.title}’.`)
  })
}

/** Does something and says so when it fails. Gives whether it succeeded. */
export async function told(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action()
    return true
  } catch (problem) {
    toast(problem instanceof Error ? problem.message : String(problem), { tone: 'problem' })
    return false
  }
}
