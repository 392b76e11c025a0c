import type { Scene, StartScene } from './scene.ts'

/** What an assertion has in hand: the built app, to be started as often as it likes, and the project's texts. */
export interface Proof {
  start: StartScene
  mainBundle: string
  preloadBundle: string
  /** The text of a file of the project, by its path from the root. */
  read(path: string): string
}

/** Throws when what its name says does not hold. */
export type Assertion = (proof: Proof) => Promise<void>

/** The app started and ready, with its first page loaded and its backend ready. */
export async function openedScene({ start }: Proof, options?: Parameters<StartScene>[0]): Promise<Scene> {
  const scene = await start(options)
  await scene.ready()
  scene.children[0]?.says({ type: 'ready' })
  scene.window().webContents.emit('did-finish-load')
  return scene
}

export const ours = 'despatch://app/index.html'

/** What is not ours, in every way an address can be somebody else's. */
export const foreign = [
  'https://example.org/',
  'http://app/index.html',
  'file:///etc/passwd',
  'despatch://other/index.html',
  'despatch://app.example.org/',
  'despatch://user@app/index.html',
  'https://despatch//app/',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'null',
  '',
]
