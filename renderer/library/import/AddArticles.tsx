import { type ReactNode, useRef } from 'react'
import { Menu, useCommands } from '../ui/index.ts'
import { chosenFiles, type ImportFile } from './importFiles.ts'

interface Props {
  isDisabled: boolean
  onFiles(files: ImportFile[]): void
}

/** Adds articles from files or a folder that the person chooses. */
export function AddArticles({ isDisabled, onFiles }: Props): ReactNode {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const items = [
    { id: 'library.addFiles', label: 'Add articles from files…', run: () => files.current?.click() },
    { id: 'library.addFolder', label: 'Add articles from a folder…', run: () => folder.current?.click() },
  ]
  useCommands(items.map(item => ({ ...item, isDisabled })))
  const shared = {
    type: 'file',
    multiple: true,
    hidden: true,
    tabIndex: -1,
    onChange: ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
      const chosen = chosenFiles(input.files ?? [])
      // So that the same file can be chosen again.
      input.value = ''
      if (chosen.length > 0) onFiles(chosen)
    },
  } as const
  return (
    <>
      <Menu
        label="Add articles"
        isDisabled={isDisabled}
        items={[
          { id: 'files', label: 'From files…', onAction: () => files.current?.click() },
          { id: 'folder', label: 'From a folder…', onAction: () => folder.current?.click() },
        ]}
      />
      <input ref={files} {...shared} aria-label="Files to add" data-testid="add-files" />
      <input ref={folder} {...shared} {...{ webkitdirectory: '' }} aria-label="Folder to add" />
    </>
  )
}
