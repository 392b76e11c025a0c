/** Where the objects of a file go once they are complete. */
export interface ObjectSink {
  add(object: FileObject): void
}

/** An object of the PDF file: a value, or a stream with its dictionary. Complete, and written, once it is ended. */
export class FileObject {
  readonly id: number
  readonly #sink: ObjectSink
  data: Record<string, unknown>
  /** The bytes of a stream. */
  stream: Uint8Array[] | null = null
  compress: boolean

  constructor(id: number, data: Record<string, unknown>, sink: ObjectSink) {
    this.id = id
    this.data = data
    this.compress = data.Filter === undefined
    this.#sink = sink
  }

  write(chunk: string | Uint8Array): void {
    this.stream ??= []
    this.stream.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk)
  }

  end(chunk?: string | Uint8Array): void {
    if (chunk !== undefined) this.write(chunk)
    this.#sink.add(this)
  }

  toString(): string {
    return `${this.id} 0 R`
  }
}
