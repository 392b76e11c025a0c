import { toast } from './toast.ts'

/** Does something, and says in a message that stays what went wrong with it. Gives whether it was done. */
export async function orSay(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), { tone: 'problem' })
    return false
  }
}
