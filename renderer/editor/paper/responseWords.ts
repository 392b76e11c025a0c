/** One of the answers on the line below a recommendation, as it prints: a box to tick, or a line to write on. */
export const responseWords = (response: string): string =>
  response.endsWith(':') ? `${response} ${'_'.repeat(16)}` : `☐ ${response}`
