import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** What decides where the archive is; given in tests, taken from the process otherwise. */
interface Surroundings {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
}

/**
 * The folder of the archive when nobody named one: `DESPATCH_ARCHIVE`, else the place where programs of this
 * system keep a person's data. On Windows that is the local folder, never the roaming one: a database must not
 * be copied over the network at sign-out. Linux: XDG Base Directory Specification 0.8.
 */
export function defaultArchiveFolder(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (env.DESPATCH_ARCHIVE) return resolve(env.DESPATCH_ARCHIVE)
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Despatch')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Despatch')
  // The specification has a relative XDG_DATA_HOME ignored.
  const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share')
  return join(data, 'despatch')
}
