/** The command line was not understood: the words say how, and the usage is printed after them. */
export class Usage extends Error {
  override readonly name = 'Usage'
}
