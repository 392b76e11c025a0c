import { app, protocol } from 'electron'
import { SCHEME } from './origin.ts'

/** Must equal `appId` in electron-builder.yml: the installer writes it into the shortcuts of Windows. */
const APP_ID = 'org.despatch.Despatch'

/** What Electron only takes before it is ready: the sandbox, the scheme's privileges and silence on the network. */
export function prepareApp(): void {
  app.enableSandbox()
  app.setName('Despatch')
  app.setAppUserModelId(APP_ID)
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
}

/** A debugger attached to an installed app could read the archive through it. */
export const isBeingDebugged = (): boolean =>
  app.isPackaged && debuggingSwitches.some(name => app.commandLine.hasSwitch(name))

const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe']

const switches: [string, string?][] = [
  // Without it a proxy is looked for by WPAD, which asks the network.
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-sync'],
  ['disable-domain-reliability'],
  // A second `disable-features` would replace the first, so every feature stands in this one.
  ['disable-features', 'OptimizationHints,NetworkTimeServiceQuerying,AutofillServerCommunication'],
]
