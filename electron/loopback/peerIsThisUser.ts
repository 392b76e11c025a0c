import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/**
 * Whether the far end of a loopback connection belongs to the person who runs this process, or to root. A
 * launch link stands for a moment in a browser's command line, which other people on a Linux machine can read;
 * this keeps them from using it first. Where the system does not say, the token alone decides.
 * Format: proc_pid_net(5), /proc/net/tcp.
 */
export function peerIsThisUser(socket: Socket): boolean {
  if (process.platform !== 'linux' || !process.getuid) return true
  const owner = ownerOfPort(socket.remotePort ?? 0, socket.localPort ?? 0)
  return owner === undefined || owner === 0 || owner === process.getuid()
}

function ownerOfPort(theirs: number, ours: number): number | undefined {
  let table: string
  try {
    table = readFileSync('/proc/net/tcp', 'utf8')
  } catch {
    return undefined
  }
  const ends = `${end(theirs)} ${end(ours)}`
  const row = table.split('\n').find(line => line.includes(ends))
  const owner = row?.trim().split(/\s+/)[7]
  return owner === undefined ? undefined : Number(owner)
}

/** 127.0.0.1 and a port as that table writes them, on the little-endian machines Node runs on. */
const end = (port: number): string => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`
