import { showBidiControls } from '../../shared/text/bidiControls.ts'

/**
 * A name, a title or another single line as it may be shown in a terminal: control characters (C0 and C1, which
 * a terminal would obey) and bidirectional controls are written out as "[U+001B]".
 */
export function visibleLine(line: string): string {
  return showBidiControls(line.replace(/[\u0000-\u001f\u007f-\u009f]/g, written))
}

/** The same for a text, whose line feeds, tabs and spaces are kept. */
export function visibleText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, written)
}

const written = (control: string): string =>
  `[U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`
