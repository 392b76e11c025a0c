/** Going to and between the panes of the window: every element with `data-pane` that shows. */

const lastFocus = new WeakMap<Element, HTMLElement>()

/** Remembers where the focus was in each pane, so that coming back is coming back to the same place. */
export function rememberFocus(event: FocusEvent): void {
  const target = event.target as HTMLElement
  const pane = target.closest?.('[data-pane]')
  if (pane && pane !== target) lastFocus.set(pane, target)
}

/** Puts the focus into a pane: where it was last, else on what is marked as the way in, else on the pane. */
export function focusPane(id: string): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${id}"]`)
  if (!pane) return
  const last = lastFocus.get(pane)
  const isThere = last?.isConnected && pane.contains(last)
  const first = waysIn.map(way => pane.querySelector<HTMLElement>(way)).find(element => element !== null)
  ;((isThere ? last : first) ?? pane).focus()
}

/** Goes to the next pane, or to the one before. */
export function nextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    pane => pane.offsetWidth > 0,
  )
  const here = panes.findIndex(pane => pane.contains(document.activeElement))
  const target = here < 0 ? (by > 0 ? 0 : panes.length - 1) : (here + by + panes.length) % panes.length
  const id = panes[target]?.dataset.pane
  if (id) focusPane(id)
}

/** Where one begins in a pane, the best first. */
const waysIn = [
  '[data-block][tabindex="0"]',
  '[contenteditable="true"]',
  '[data-pages]',
  'input:not([hidden]):not([type=file])',
  'button',
]
