/** A file to import, under the name by which the person knows it: with its folders when a folder was chosen. */
export interface ImportFile {
  name: string
  file: Blob
  /** Where it comes from, when whatever brought it said so. */
  url?: string
  /** A title that the person gave by hand. */
  title?: string
}

/** The files a person chose. What systems leave in folders unseen is passed over. */
export function chosenFiles(files: Iterable<File>): ImportFile[] {
  return [...files].map(file => ({ name: file.webkitRelativePath || file.name, file })).filter(isWanted)
}

/** The files that were dropped, with those inside dropped folders. Must be called while the drop is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<ImportFile[]> {
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return chosenFiles(transfer.files)
  const found = await Promise.all(entries.map(filesOf))
  return found.flat().filter(isWanted)
}

async function filesOf(entry: FileSystemEntry): Promise<ImportFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    return [{ name: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: ImportFile[] = []
  // A reader gives its entries in batches, and an empty one at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return found
    for (const inner of batch) found.push(...(await filesOf(inner)))
  }
}

const isWanted = ({ name }: ImportFile) => !/(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name)
