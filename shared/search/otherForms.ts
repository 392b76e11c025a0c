import { termOf } from './terms.ts'

/**
 * Terms by which a word is looked for besides its own: forms that the stemmer does not bring together ("knives" and
 * "knife", "bought" and "buy"), and names that are written two ways ("Müller" and "Mueller", "McDonald" and "MacDonald").
 * They are looked for and not indexed, so a text is what it says. `written` is as it was typed, `form` the same folded.
 */
export function otherForms(written: string, form: string): string[] {
  const own = termOf(form)
  const others = [...(groups.get(own) ?? []), ...spellings(written, form).map(termOf)]
  return [...new Set(others)].filter(term => term !== own)
}

/** Other ways to write a word; most of them are no words, and find nothing. */
function spellings(written: string, form: string): string[] {
  if (!/^[a-z]{4,}$/.test(form)) return []
  const found: string[] = []
  if (form.length > 5 && /m[ae]n$/.test(form))
    found.push(form.slice(0, -2) + (form.at(-2) === 'a' ? 'en' : 'an'))
  if (/^mc[a-z]{4}/.test(form)) found.push(`mac${form.slice(2)}`)
  else if (/^mac[a-z]{4}/.test(form)) found.push(`mc${form.slice(3)}`)
  const signs = written.normalize('NFC').toLowerCase()
  // What "ü" is where it cannot be typed, and the other way round.
  if (/[äöüåø]/.test(signs))
    found.push(signs.replace(/[äöüåø]/g, sign => inLetters[sign]!).replace(/[^a-z]/g, ''))
  else if (form.length > 5) {
    const without = form.replace(/([b-df-hj-np-tv-z])([aou])e(?=[b-df-hj-np-tv-z])/g, '$1$2')
    if (without !== form) found.push(without)
  }
  return found
}

const inLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

/**
 * Forms of one word. What stands after ">" is also another word: it is found by the others, and finds none of them.
 * Pairs of which one form is mostly another word ("life" and "lives", "leave" and "left") are not here.
 */
const irregular = `man men, woman women, child children, foot feet, tooth teeth, mouse mice, goose geese, ox oxen,
  knife knives, wife wives, wolf wolves, half halves, shelf >shelves, thief thieves, loaf loaves, calf calves, elf elves,
  hoof hooves, scarf scarves, self selves, crisis crises, thesis theses, hypothesis hypotheses, diagnosis diagnoses,
  parenthesis parentheses, synthesis syntheses, criterion criteria, phenomenon phenomena, bacterium bacteria,
  curriculum curricula, memorandum memoranda, referendum referenda, addendum addenda, formula formulae, appendix appendices,
  index indices, matrix matrices, stimulus stimuli, nucleus nuclei, fungus fungi, radius radii, syllabus syllabi,
  recognise recognition,
  buy bought, sell sold, teach taught, build built, rebuild rebuilt, send sent, spend spent, lend lent, keep kept, win won,
  begin began begun, choose chose chosen, speak spoken >spoke, write wrote written, drive drove driven, rise risen >rose,
  arise arose arisen, steal stole stolen, break broke broken, freeze froze frozen, swear swore sworn, fight fought,
  catch caught, seek sought, bring brought, flee fled, pay paid, repay repaid, lose lost, shoot shot, strike struck stricken,
  withdraw withdrew withdrawn, draw drew drawn, grow grew grown, throw threw thrown, sink sank sunk,
  swim swam swum, drink drank drunk, sing sang sung, shrink shrank shrunk, spring sprang sprung, give gave given,
  forgive forgave forgiven, forbid forbade forbidden, eat ate eaten, take took taken, undertake undertook undertaken,
  overtake overtook overtaken, mistake mistook mistaken, shake shook shaken, fall fallen >fell, hide hid hidden, ride rode ridden,
  sleep slept, sweep swept, weep wept, creep crept, stand stood, withstand withstood, understand understood, tell told,
  hear heard, become became, overcome overcame, wear wore worn, tear torn >tore, forget forgot forgotten, deal dealt,
  dig dug, stick stuck, swing swung, hang hung, run ran, overrun overran, feed >fed, breed bred, lead led, mislead misled,
  meet >met, slide slid, bite bitten >bit, prove proven, show shown, sew sewn, sow sown, blow blew blown, fly flew flown,
  spin spun, cling clung, foresee foresaw foreseen, oversee oversaw overseen, uphold upheld, withhold withheld, hold held,
  undergo underwent undergone, bind >bound, grind >ground, find >found`

const groups = new Map<string, string[]>()
for (const group of irregular.split(/,\s*/)) {
  const forms = group.split(' ')
  const terms = forms.map(form => termOf(form.replace('>', '')))
  for (const [i, term] of terms.entries())
    if (!forms[i]!.startsWith('>'))
      groups.set(
        term,
        [...new Set(terms)].filter(other => other !== term),
      )
}
