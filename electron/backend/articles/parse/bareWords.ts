/** A text as its words only, in small letters with single spaces, so that copies compare equal. */
export function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]{1,1000}/gu, ' ') // bounded: an endless run overflows the stack of the expression
    .replace(/ {2,}/g, ' ')
    .trim()
}
