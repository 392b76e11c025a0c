/** Whole numbers of 32 bits, one after another, that take four bytes each and nothing for the collector to look at. */
export interface IntColumn {
  /** The first `length` are what was pushed; another array after a push. */
  data: Int32Array<ArrayBuffer>
  length: number
}

export const intColumn = (capacity = 4096): IntColumn => ({ data: new Int32Array(capacity), length: 0 })

export function push(column: IntColumn, value: number): void {
  if (column.length === column.data.length) column.data = longer(column.data, column.length + 1)
  column.data[column.length++] = value
}

/** The same numbers with room for so many at least, the others 0. */
export function longer(data: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(data.length * 2, least))
  larger.set(data)
  return larger
}
