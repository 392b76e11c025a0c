import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { onConnection, onEvent } from './call.ts'
import { isStale } from './topics.ts'

/** Mirrors what was read of the archive and keeps the mirror true by the backend's events. */
export function ApiProvider({ children }: { children: ReactNode }): ReactNode {
  useEffect(() => {
    const forgetEvents = onEvent('archive.changed', ({ topics }) => {
      client.invalidateQueries({ predicate: query => isStale(String(query.queryKey[0]), topics) })
    })
    const forgetConnection = onConnection(({ lost }) => {
      if (lost === null) client.invalidateQueries()
    })
    return () => {
      forgetEvents()
      forgetConnection()
    }
  }, [])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

const client = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
