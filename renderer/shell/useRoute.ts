import { useSyncExternalStore } from 'react'

/** The pack that is open, by its id; null at the start screen. It stands in the address, so that reloading keeps it. */
export function useRoute(): [string | null, (packId: string | null) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const packId = decodeURIComponent(hash.slice(1)) || null
  return [packId, go]
}

function go(packId: string | null): void {
  location.hash = packId === null ? '' : encodeURIComponent(packId)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
