import assert from 'node:assert/strict'
import { heard } from './messageDouble.ts'
import { type Assertion, openedScene, ours } from './proof.ts'
import { settle } from './scene.ts'

type News = { event: { name: string; data: { restarted: boolean; message: string } } }

/** The backend's death is noticed, told and repaired; so is the page's. */
export const repair: Record<string, Assertion> = {
  'a backend that dies is replaced, and every window is told over a new port': async proof => {
    const scene = await openedScene(proof)
    const { webContents } = scene.window()
    scene.children[0]?.dies(134)
    webContents.emit('did-finish-load')
    assert.equal(webContents.ports.length, 1, 'there is nothing to connect to yet')
    scene.clock.pass(250)
    scene.children[1]?.says({ type: 'ready' })
    assert.equal(webContents.ports.length, 2)
    const port = webContents.ports[1]
    assert.ok(port)
    const [news] = heard(port) as [News]
    assert.equal(news.event.name, 'host.backend')
    assert.equal(news.event.data.restarted, true)
    assert.match(news.event.data.message, /restart/)
    assert.equal(port.peer, scene.children[1]?.told('page')[0]?.ports[0])
    assert.deepEqual(
      scene.children[1]?.messages.map(({ message }) => message.type),
      ['open', 'page'],
    )
  },
  'a first start and an ordinary reload bring no news': async proof => {
    const scene = await openedScene(proof)
    const port = scene.window().webContents.ports[0]
    assert.ok(port)
    assert.deepEqual(heard(port), [])
  },
  'after the last attempt the person is asked and the pages are told': async proof => {
    const scene = await openedScene(proof)
    scene.answers.messageBox.push(0)
    for (const wait of [250, 1000, 4000, 0]) {
      scene.children.at(-1)?.dies(1)
      assert.equal(scene.recording.all('dialog.showMessageBox').length, wait === 0 ? 1 : 0)
      if (wait > 0) scene.clock.pass(wait)
    }
    const [[options]] = scene.recording.all('dialog.showMessageBox') as [
      [{ detail: string; buttons: string[] }],
    ]
    assert.match(options.detail, /safe/)
    assert.deepEqual(options.buttons, ['Try again', 'Quit'])
    const port = scene.window().webContents.ports.at(-1)
    assert.ok(port)
    assert.equal((heard(port) as [News])[0].event.data.restarted, false)
    await settle()
    assert.equal(scene.children.length, 5, 'trying again starts another')
  },
  'a person who quits after the last attempt ends the app': async proof => {
    const scene = await openedScene(proof)
    scene.answers.messageBox.push(1)
    scene.children[0]?.says({ type: 'failed', message: 'The archive is damaged.' })
    await settle()
    const [[options]] = scene.recording.all('dialog.showMessageBox') as [[{ detail: string }]]
    assert.equal(options.detail, 'The archive is damaged.')
    assert.equal(scene.recording.all('quit').length, 1)
    scene.clock.pass(60_000)
    assert.equal(scene.children.length, 1)
  },
  'a backend that ran a minute is forgiven its deaths': async proof => {
    const scene = await openedScene(proof)
    for (let death = 0; death < 6; death++) {
      scene.children.at(-1)?.says({ type: 'ready' })
      scene.clock.pass(60_000)
      scene.children.at(-1)?.dies(1)
      scene.clock.pass(250)
      assert.equal(scene.children.length, death + 2)
    }
    assert.equal(scene.recording.at('dialog.showMessageBox'), -1)
  },
  'a job gets a process of its own, its port is brokered, its end is told': async proof => {
    const scene = await openedScene(proof)
    const [backend] = scene.children
    backend?.says({ type: 'job.start', job: 3, entry: 'parse' })
    const job = scene.children[1]
    assert.match(job?.modulePath ?? '', /jobs.parse\.js$/)
    assert.equal(job?.options.stdio?.[0], 'ignore')
    const near = backend?.told('job.port')[0]
    assert.equal(near?.message.job, 3)
    assert.equal(near?.ports[0]?.peer, job?.messages[0]?.ports[0])
    backend?.says({ type: 'job.kill', job: 3 })
    assert.equal(job?.kills, 1)
    job?.dies(15)
    assert.deepEqual(backend?.told('job.exit')[0]?.message, { type: 'job.exit', job: 3 })
  },
  'jobs die with the backend that started them': async proof => {
    const scene = await openedScene(proof)
    scene.children[0]?.says({ type: 'job.start', job: 1, entry: 'press' })
    scene.children[0]?.dies(1)
    assert.equal(scene.children[1]?.kills, 1)
    scene.clock.pass(250)
    scene.children[1]?.dies(15)
    assert.equal(scene.children[2]?.told('job.exit').length, 0)
  },
  'only a job that is listed can be started': async proof => {
    const scene = await openedScene(proof)
    assert.throws(() => scene.children[0]?.says({ type: 'job.start', job: 1, entry: '../../../x' }))
    assert.equal(scene.children.length, 1)
  },
  'a page whose process dies is loaded again, and the person is asked when it keeps dying': async proof => {
    const scene = await openedScene(proof)
    const gone = (reason: string) =>
      scene.window().webContents.emit('render-process-gone', {}, { reason, exitCode: 1 })
    gone('clean-exit')
    assert.equal(scene.recording.all('contents.reload').length, 0)
    for (let death = 0; death < 4; death++) gone('crashed')
    assert.equal(scene.recording.all('contents.reload').length, 3)
    assert.equal(scene.recording.all('dialog.showMessageBox').length, 1)
  },
  'a page that does not answer can be started again': async proof => {
    const scene = await openedScene(proof)
    scene.answers.messageBox.push(1)
    scene.window().emit('unresponsive')
    await settle()
    const last = scene.recording.entries.slice(-2).map(({ what }) => what)
    assert.deepEqual(last, ['contents.forcefullyCrashRenderer', 'contents.reload'])
  },
  'on a Mac the app outlives its window, and comes back to it': async proof => {
    const scene = await openedScene(proof, { platform: 'darwin' })
    scene.window().close()
    scene.app.emit('window-all-closed')
    assert.equal(scene.recording.at('app.quit'), -1)
    scene.app.emit('activate')
    scene.app.emit('activate')
    assert.deepEqual(scene.recording.all('window.loadURL'), [[ours], [ours]])
    assert.equal(scene.children.length, 1)
    const elsewhere = await openedScene(proof)
    elsewhere.window().close()
    elsewhere.app.emit('window-all-closed')
    assert.equal(elsewhere.recording.all('app.quit').length, 1)
  },
  'a failed start says so and ends': async proof => {
    const scene = await proof.start()
    scene.session.setProxy = async () => {
      throw new Error('no proxy settings')
    }
    await scene.ready()
    assert.equal(scene.recording.all('dialog.showErrorBox').length, 1)
    assert.deepEqual(scene.recording.all('app.exit'), [[1]])
    assert.equal(scene.app.windows.length, 0)
  },
}
