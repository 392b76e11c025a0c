import { Node } from '@tiptap/pm/model'
import { type Briefing, DOCUMENT_VERSION } from './briefing.ts'
import { checkAttributes } from './checkAttributes.ts'
import { briefingSchema } from './schema.ts'

/** A stored briefing, ready to edit or, with the reason in words, only to read. Nothing is ever stripped. */
export interface OpenedBriefing {
  briefing: Briefing
  readOnly: string | null
}

/**
 * Opens a stored briefing. Content from a newer Despatch, or content the schema does not know, opens
 * read-only and exactly as stored.
 */
export function openBriefing(stored: Briefing): OpenedBriefing {
  if (stored.documentVersion > DOCUMENT_VERSION) {
    return {
      briefing: stored,
      readOnly: `This pack was written by a newer version of Despatch. It can be read here but not changed; nothing in it was removed.`,
    }
  }
  try {
    Node.fromJSON(briefingSchema(), stored.content).check()
    checkAttributes(stored.content)
    return { briefing: stored, readOnly: null }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return {
      briefing: stored,
      readOnly: `This pack holds content that this version of Despatch does not know (${detail}). It can be read here but not changed; nothing in it was removed.`,
    }
  }
}
