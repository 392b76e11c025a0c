import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from './call.ts'
import { useCall } from './useCall.ts'

/** A setting and the way to change it. `fallback` stands until the settings are read, and where none is kept. */
export function useSetting<T>(key: string, fallback: T): [T, (value: T) => void] {
  const client = useQueryClient()
  const { data } = useCall('settings.get', {})
  const value = (data?.settings[key] as T | undefined) ?? fallback
  const put = useCallback(
    (next: T) => {
      client.setQueryData(['settings.get', {}], (old: typeof data) => ({
        settings: { ...old?.settings, [key]: next as never },
      }))
      // A read-only archive keeps no settings; the change then lasts until the window closes.
      void call('settings.put', { key, value: next as never }).catch(() => {})
    },
    [client, key],
  )
  return [value, put]
}
