import { type ReactNode, useEffect, useRef, useState } from 'react'
import { call, newJobId, useCall } from '../api/index.ts'
import { StartScreen } from '../packs/StartScreen.tsx'
import { toast, useCommands } from '../ui/index.ts'
import { Banners } from './Banners.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { Desk } from './Desk.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { rememberFocus } from './panes.ts'
import { SettingsDialog } from './SettingsDialog.tsx'
import styles from './Shell.module.css'
import { useAppearance } from './useAppearance.ts'
import { useRoute } from './useRoute.ts'
import { useShortcuts } from './useShortcuts.ts'

/** The start screen or the desk, and what stands over both. */
export function Window(): ReactNode {
  const [packId, go] = useRoute()
  const [isFinding, setFinding] = useState(false)
  const [isSetting, setSetting] = useState(false)
  const searchWords = useRef('')
  const [find, setFind] = useState<{ packId: string; words: string } | null>(null)
  const { data } = useCall('packs.list', {})
  useAppearance()
  useShortcuts()
  useCommands([{ id: 'shell.settings', label: 'Settings: theme and text size', run: () => setSetting(true) }])

  const title = data?.packs.find(pack => pack.packId === packId)?.title
  useEffect(() => {
    document.title = title ? `${title} – Despatch` : 'Despatch'
  }, [title])
  useEffect(() => {
    document.addEventListener('focusin', rememberFocus)
    return () => document.removeEventListener('focusin', rememberFocus)
  }, [])

  async function openSample(): Promise<void> {
    try {
      const pack = await call('packs.openSample', { jobId: newJobId() })
      go(pack.packId)
    } catch (error) {
      toast((error as Error).message, { tone: 'problem' })
    }
  }

  const shared = {
    onFind: () => setFinding(true),
    onSettings: () => setSetting(true),
    onStart: () => {
      setFind(null)
      go(null)
    },
  }
  return (
    <div className={styles.window}>
      <Banners showsReadOnly={packId !== null} />
      {packId ? (
        <Desk
          key={packId}
          {...shared}
          {...{ packId, searchWords }}
          find={find?.packId === packId ? find.words : undefined}
          onOpenPack={(id, words) => {
            setFind({ packId: id, words })
            go(id)
          }}
          onOpenSample={() => void openSample()}
        />
      ) : (
        <>
          <Header {...shared} title={null} />
          <main className={styles.start}>
            <StartScreen onOpen={go} />
          </main>
          <Footer draft={null} onReveal={() => {}} />
        </>
      )}
      <CommandPalette isOpen={isFinding} onOpenChange={setFinding} />
      <SettingsDialog isOpen={isSetting} onOpenChange={setSetting} />
    </div>
  )
}
