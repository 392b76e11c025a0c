import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { Failure } from '../../../shared/contract/fault.ts'

const networkFileSystems = new Set([
  'cifs',
  'smb3',
  'smbfs',
  'nfs',
  'nfs4',
  'afpfs',
  'fuse.sshfs',
  'davfs',
  'fuse.rclone',
])
const synchronised =
  /[\\/](OneDrive|Dropbox|Google Drive|GoogleDrive|iCloudDrive|Mobile Documents|Box Sync|CloudStorage|My Drive)(?:(?: - |-)[^\\/]+| \([^\\/]+\))?(?:[\\/]|$)/i

/**
 * Throws `archive-unsuitable` for a folder on a network share or in a synchronised folder: SQLite's WAL needs
 * shared memory that such folders do not give, and a half-copied archive is a broken one.
 */
export function refuseUnsuitable(folder: string): void {
  const reason = unsuitable(realFolder(resolve(folder)), mounts())
  if (reason) {
    throw new Failure(
      'archive-unsuitable',
      `The archive cannot live in ${folder}: ${reason}, where it could be damaged. Nothing was written. Choose a folder on this computer's own disk.`,
    )
  }
}

/** Why a folder cannot hold an archive, or null. `mounted` pairs a mount point with its kind of file system. */
export function unsuitable(
  folder: string,
  mounted: readonly (readonly [point: string, type: string])[],
): string | null {
  if (/^[\\/]{2}[^\\/?.]/.test(folder)) return 'it is a network share'
  const [, name] = synchronised.exec(folder) ?? []
  if (name) return `it is inside ${name}, which copies files while they are in use`
  const mount = mounted
    .filter(([point]) => folder === point || folder.startsWith(point.endsWith(sep) ? point : point + sep))
    .sort((a, b) => b[0].length - a[0].length)[0]
  return mount && networkFileSystems.has(mount[1]) ? 'it is a network share' : null
}

/** Where a folder, or the nearest one above it that is there, really is: a link may lead into a synchronised one. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    const parent = dirname(folder)
    return parent === folder ? folder : join(realFolder(parent), basename(folder))
  }
}

function mounts(): [string, string][] {
  try {
    return readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map(line => line.split(' '))
      .flatMap(([, point, type]) =>
        point && type ? [[point.replaceAll('\\040', ' '), type] as [string, string]] : [],
      )
  } catch {
    return [] // Only Linux lists its mounts there; Windows shares are recognised by their name.
  }
}
