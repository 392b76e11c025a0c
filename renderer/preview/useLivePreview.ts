import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Failure } from '../../shared/contract/index.ts'
import { bytesUrl, call, useEvent } from '../api/index.ts'
import type { LiveDraftFeed } from './liveDraft.ts'
import { createLivePreview, type LivePreview, type PreviewState } from './livePreview.ts'
import { type OpenPdf, openPdf } from './openPdf.ts'
import type { Positions } from './positions.ts'

/** The PDF of a draft, and where its parts are in it. */
export interface Preview {
  pdf: OpenPdf
  positions: Positions
}

/** The preview of a draft, anew whenever typing rests while it is shown. */
export function useLivePreview(
  packId: string,
  title: string,
  draft: LiveDraftFeed,
  isShown: boolean,
): PreviewState<Preview> & { retry(): void } {
  const [state, setState] = useState<PreviewState<Preview>>({ shown: null, isMaking: false, problem: null })
  const preview = useRef<LivePreview | null>(null)
  const isShownNow = useEffectEvent(() => isShown)
  useEffect(() => {
    const created = createLivePreview<Preview>({
      make: () => makePreview(packId, draft),
      discard: ({ pdf }) => pdf.close(),
      schedule: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
      onState: setState,
      describe,
    })
    preview.current = created
    let seen = draft.latest()?.briefing
    if (seen) created.setActive(isShownNow())
    const forget = draft.subscribe(() => {
      const next = draft.latest()?.briefing
      if (next === seen) return
      if (seen) created.edited()
      else created.setActive(isShownNow())
      seen = next
    })
    return () => {
      forget()
      created.stop()
    }
  }, [packId, draft])
  useEffect(() => {
    if (draft.latest()) preview.current?.setActive(isShown)
  }, [isShown, draft])
  // Once the pages have let go of it: the effects of what is drawn inside are cleared before those of this hook.
  useEffect(() => () => state.shown?.made.pdf.close(), [state.shown])
  // The title stands in the head of each page.
  const titleBefore = useRef(title)
  useEffect(() => {
    if (titleBefore.current !== title) preview.current?.edited()
    titleBefore.current = title
  }, [title])
  useEvent('archive.changed', ({ topics }) => {
    // What is cited stands in it too. That a draft was saved changes nothing in it.
    if (topics.includes('articles') || topics.includes('highlights')) preview.current?.edited()
  })
  return { ...state, retry: useCallback(() => preview.current?.retry(), []) }
}

async function makePreview(packId: string, draft: LiveDraftFeed): Promise<Preview> {
  const { briefing } = draft.latest()!
  const { staged, positions } = await call('packs.preview', { packId, briefing })
  const response = await fetch(bytesUrl(staged, 'preview.pdf', 'application/pdf', true))
  // Another window shows the same pack, and its preview took the place of this one.
  if (response.status === 404) throw new Failure('cancelled', 'A newer preview took the place of this one.')
  if (!response.ok)
    throw new Error('The preview could not be fetched. The draft is not concerned. Try again.')
  const pdf = await openPdf(new Uint8Array(await response.arrayBuffer()))
  return { pdf, positions }
}

function describe(error: unknown): string | null {
  if (error instanceof Failure && error.code === 'cancelled') return null
  return error instanceof Error ? error.message : String(error)
}
