import { z } from 'zod'
import { showBidiControls } from '../text/bidiControls.ts'

/** One line that a person typed, of at most so many UTF-16 code units, with nothing in it that reverses what is read. */
export const typedLine = (max: number) => z.string().max(max).transform(showBidiControls)

/** Such a line with something in it. */
export const typedTitle = (max: number) => typedLine(max).pipe(z.string().min(1, 'it is empty'))

/** Free text that a person typed; half characters are replaced, because no file or database keeps them. */
export const typedText = (max: number) =>
  z
    .string()
    .max(max)
    .transform(text => text.toWellFormed())
