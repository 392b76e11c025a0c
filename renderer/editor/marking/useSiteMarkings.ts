import { useMemo } from 'react'
import { type SiteMarkings, siteMarkings } from '../../../shared/text/marking/index.ts'
import { useCall } from '../../api/index.ts'

/** What this archive's settings say of markings. Until they are read, the central policy alone. */
export function useSiteMarkings(): SiteMarkings {
  const { data } = useCall('settings.get', {})
  return useMemo(() => siteMarkings(data?.settings ?? {}), [data])
}
