import type { ReactNode } from 'react'
import { ApiProvider } from '../api/index.ts'
import { ToastRegion } from '../ui/index.ts'

export function App(): ReactNode {
  return (
    <ApiProvider>
      <ToastRegion />
    </ApiProvider>
  )
}
