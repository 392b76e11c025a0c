import { join } from 'node:path'

/** The project's folder: the one that holds package.json. */
export const projectFolder = join(import.meta.dirname, '..')

/** A program of an installed package, to be run with this Node. */
export const programOf = (...parts: string[]): string => join(projectFolder, 'node_modules', ...parts)
