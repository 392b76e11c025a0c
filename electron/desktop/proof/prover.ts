import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Findings, Order } from './prove.ts'

export interface Prover {
  prove(order: Omit<Order, 'id'>): Promise<Findings>
  end(): void
}

/** Starts a Node process that loads the built app against the double of Electron and tells what holds. */
export function startProver(): Prover {
  const child = fork(join(import.meta.dirname, 'proverProcess.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const waiting = new Map<string, { resolve(findings: Findings): void; reject(error: Error): void }>()
  let complaint = ''
  let last = 0
  child.stderr?.on('data', data => {
    complaint += data
  })
  child.on('message', (answer: { id: string; findings: Findings }) => {
    waiting.get(answer.id)?.resolve(answer.findings)
    waiting.delete(answer.id)
  })
  child.on('exit', code => {
    for (const { reject } of waiting.values())
      reject(new Error(`the prover ended with ${code}: ${complaint}`))
  })
  return {
    prove(order) {
      last += 1
      const id = String(last)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        child.send({ id, ...order } satisfies Order)
      })
    },
    end: () => void child.kill(),
  }
}
