/** How much of a text two articles share, from 0 to 1, as a person would say it. */
export function shareInWords(shared: number): string {
  if (shared >= 0.995) return 'all of it'
  if (shared >= 0.85) return 'nearly all of it'
  if (shared >= 0.65) return 'most of it'
  if (shared >= 0.4) return 'about half of it'
  return 'some of it'
}
