import { useSyncExternalStore } from 'react'

export interface ToastOptions {
  action?: { label: string; onPress(): void }
  /** 'problem' interrupts a screen reader and stays until it is closed. */
  tone?: 'plain' | 'problem'
}

export interface Toast extends ToastOptions {
  id: number
  message: string
}

/** Says something without moving the focus. It stays at least ten seconds, longer with an action such as Undo. */
export function toast(message: string, options: ToastOptions = {}): void {
  lastId += 1
  const next = { id: lastId, message, ...options }
  // The same problem told twice is one problem.
  const others = toasts.filter(other => other.message !== message || other.tone !== options.tone)
  set([...others, next].slice(-4))
}

export function closeToast(id: number): void {
  set(toasts.filter(other => other.id !== id))
}

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts)

/** How long a toast stays while neither the pointer nor the focus is on it, in milliseconds. Infinity: until closed. */
export function stay({ tone, action }: ToastOptions): number {
  if (tone === 'problem') return Number.POSITIVE_INFINITY
  return action ? 20_000 : 10_000
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
