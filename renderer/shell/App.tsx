import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ApiProvider } from '../api/index.ts'
import { ErrorBoundary, ToastRegion } from '../ui/index.ts'
import { Window } from './Window.tsx'

/** The whole renderer. */
export function App(): ReactNode {
  return (
    <I18nProvider locale="en-GB">
      <ApiProvider>
        <ErrorBoundary what="Despatch">
          <Window />
        </ErrorBoundary>
        <ToastRegion />
      </ApiProvider>
    </I18nProvider>
  )
}
