/**
 * The commonest words of English, as terms. Where two of them stand side by side, the pair is a term of its own: to find
 * "of the" by the places of "of" and of "the" would mean to look at nearly every word of the archive.
 */
const common = new Map(
  (
    'the of to and a in is it that was for on with as he be by at are have this from or had not but they which his were ' +
    'been has will would there their we you i an all one more when who if no out so said what up its about than into them ' +
    'can onli other new some could time these two may then do first ani my now such like our over man me even most made ' +
    'after also did mani befor must through back year where much your way well down should becaus each just those peopl ' +
    'mr how too littl state good veri make world still own see men work long here get both between life be under never ' +
    'say she her him'
  )
    .split(' ')
    .map((term, i) => [term, i + 1] as const),
)

const mark = '\u0006'

export const isCommon = (term: string): boolean => common.has(term)

/** Its number among them, from 1 and below 1,024; 0 when it is none of them. */
export const commonNumber = (term: string): number => common.get(term) ?? 0

/** The term of two common words side by side. */
export const pairOf = (first: string, second: string): string => `${mark}${first} ${second}`
