import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** What decides where the archive is; given in tests, taken from the process otherwise. */
interface Surroundings {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
}

/**
 * The folder of the archive when nobody named one: `DESPATCH_ARCHIVE`, else the one that the installed app uses,
 * so that the desk, the browser and the prompt show the same articles. On Windows that is below the local folder,
 * never the roaming one: a database must not be copied over the network at sign-out.
 */
export function defaultArchiveFolder(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (env.DESPATCH_ARCHIVE) return resolve(env.DESPATCH_ARCHIVE)
  return join(applicationData({ platform, env, home }), 'Despatch', 'archive')
}

/** Where Electron has `appData`, but for Windows: see above. */
function applicationData({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  // The XDG Base Directory Specification has a relative path ignored.
  return env.XDG_CONFIG_HOME?.startsWith('/') ? env.XDG_CONFIG_HOME : join(home, '.config')
}
