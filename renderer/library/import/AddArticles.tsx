import { memo, type ReactNode, useRef } from 'react'
import { Menu, useCommands } from '../../ui/index.ts'
import { chosenFiles, type ImportFile } from './importFiles.ts'

interface Props {
  isDisabled: boolean
  onFiles(files: ImportFile[]): void
  onPaste(): void
  onReferences(): void
}

/** Adds articles from files, from a folder or from the clipboard, and shows what waits for an article. */
export const AddArticles = memo(function AddArticles(props: Props): ReactNode {
  const { isDisabled, onFiles, onPaste, onReferences } = props
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const adding = [
    { id: 'addFiles', label: 'From files…', run: () => files.current?.click() },
    { id: 'addFolder', label: 'From a folder…', run: () => folder.current?.click() },
    { id: 'addPasted', label: 'From the clipboard…', run: onPaste },
  ]
  useCommands([
    ...adding.map(({ id, label, run }) => ({
      id: `library.${id}`,
      label: `Add articles ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
      isDisabled,
      run,
    })),
    { id: 'library.references', label: 'Show references that wait', run: onReferences },
  ])
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
        items={[
          ...adding.map(({ run, ...item }) => ({ ...item, isDisabled, onAction: run })),
          { id: 'references', label: 'References that wait…', onAction: onReferences },
        ]}
      />
      <input ref={files} {...shared} aria-label="Files to add" data-testid="add-files" />
      <input ref={folder} {...shared} {...{ webkitdirectory: '' }} aria-label="Folder to add" />
    </>
  )
})
