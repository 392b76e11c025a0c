import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'

/** Larger files, in bytes, are always read in the background. */
const smallFile = 1024 * 1024
/** Milliseconds for a small file after which its disk is held to be slow, and for several after which others have a turn. */
const slow = 5
/** So many files are read in the background after a slow one. */
const patience = 32

/** Gives a file's bytes; null when it has more than `most`, and then its size is told. Throws what the system says. */
export type FileReader = (file: string, most: number) => Promise<{ size: number; bytes: Uint8Array | null }>

/**
 * Reads files one after another. To have one read in the background costs ten times what reading a small one takes, so those
 * are read at once, as long as their disk does not keep anybody waiting: a share on the network, a stick, a disk asleep.
 */
export function fileReader(): FileReader {
  let backgroundLeft = 0
  let spent = 0
  return async (file, most) => {
    if (backgroundLeft > 0) backgroundLeft--
    else {
      const started = performance.now()
      const read = readAtOnce(file)
      const milliseconds = performance.now() - started
      if (milliseconds > slow) backgroundLeft = patience
      spent += milliseconds
      if (spent > slow) {
        spent = 0
        await new Promise(setImmediate)
      }
      if (read) return read
    }
    const { size } = await stat(file)
    return { size, bytes: size > most ? null : await readFile(file) }
  }
}

/** A small file's bytes; null when it is none, or not a file. */
function readAtOnce(file: string): { size: number; bytes: Uint8Array } | null {
  // Should it have become a pipe since it was listed, nobody waits for its other end.
  const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const found = fstatSync(opened)
    if (!found.isFile() || found.size > smallFile) return null
    const bytes = new Uint8Array(found.size)
    let length = 0
    while (length < bytes.length) {
      const count = readSync(opened, bytes, length, bytes.length - length, length)
      if (count === 0) break
      length += count
    }
    return { size: length, bytes: bytes.subarray(0, length) }
  } finally {
    closeSync(opened)
  }
}
