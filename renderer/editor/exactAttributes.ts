import type { Node } from '@tiptap/core'

/**
 * Writes attributes to the clipboard and reads them back as they were. Tiptap would otherwise take words such as
 * "609" or "true" for a number or a truth value, the quotation for altered, and forget what a citation also cites.
 */
export function withExactAttributes<Options, Storage>(part: Node<Options, Storage>): Node<Options, Storage> {
  return part.extend({
    addAttributes() {
      const attributes = (this.parent?.() ?? {}) as Record<string, { default: unknown; rendered?: boolean }>
      return Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [
          name,
          attribute.rendered === false ? attribute : { ...attribute, ...exact(name, attribute.default) },
        ]),
      )
    },
  })
}

const exact = (name: string, byDefault: unknown) => ({
  parseHTML: (element: HTMLElement): unknown => {
    const written = element.getAttribute(name)
    return written === null ? byDefault : read(written, byDefault)
  },
  ...(Array.isArray(byDefault)
    ? {
        renderHTML: (values: Record<string, unknown>) => ({ [name]: JSON.stringify(values[name]) }),
      }
    : {}),
})

/** Reads a value of the kind that the attribute has by default. */
function read(written: string, byDefault: unknown): unknown {
  if (typeof byDefault === 'number') return Number(written) || byDefault
  if (typeof byDefault === 'boolean') return written === 'true'
  if (!Array.isArray(byDefault)) return written
  try {
    const values: unknown = JSON.parse(written)
    return Array.isArray(values) ? values : byDefault
  } catch {
    return byDefault
  }
}
