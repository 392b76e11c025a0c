/**
 * The British spelling of a folded word written the American way, and one spelling of those that Britain writes in
 * two ("-ize", "inquiry", "licence" and "license"). Words that are both American and other British words stay as
 * they are: "meter", "check", "curb", "draft". Bounded work for each word.
 */
export function britishSpelling(word: string): string {
  if (word.length < 4) return shortWords.get(word) ?? word
  const listed = words.get(word)
  if (listed !== undefined) return listed
  if (word.includes('z') && !keptWithZ.test(word)) {
    return word
      .replace(/iz(e|ed|es|er|ers|ing|ings|able|ation|ations|ational)$/, 'is$1')
      .replace(/lyz(e|ed|es|er|ers|ing)$/, 'lys$1')
  }
  if (word.includes('or')) {
    const british = word.replace(withOr, '$1our$2')
    if (british !== word) return british
  }
  for (const [american, british] of beginnings) {
    if (word.startsWith(american)) return british + word.slice(american.length)
  }
  return word
}

const shortWords = new Map([['ax', 'axe']])

const keptWithZ = /^(?:(?:up|down|out|over|under|re|mid|king|super)?siz|priz|seiz|capsiz|maiz|baiz|assiz)/

const withOr =
  /(arb|ard|arm|behavi|cand|clam|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig)or(s|ed|ing|ings|er|ers|able|ably|ful|fully|less|ist|ists|ite|ites|y|ies|hood|hoods|al|ally|ly|liness)?$/

const beginnings: [string, string][] = [
  ['aluminum', 'aluminium'],
  ['anemi', 'anaemi'],
  ['anesthe', 'anaesthe'],
  ['archeolog', 'archaeolog'],
  ['artifact', 'artefact'],
  ['celiac', 'coeliac'],
  ['cesarean', 'caesarean'],
  ['cypher', 'cipher'],
  ['diarrhea', 'diarrhoea'],
  ['encyclopedi', 'encyclopaedi'],
  ['esophag', 'oesophag'],
  ['esthetic', 'aesthetic'],
  ['estrogen', 'oestrogen'],
  ['fetal', 'foetal'],
  ['fetus', 'foetus'],
  ['gynecolog', 'gynaecolog'],
  ['hemato', 'haemato'],
  ['hemoglobin', 'haemoglobin'],
  ['hemophil', 'haemophil'],
  ['hemorrh', 'haemorrh'],
  ['inquir', 'enquir'],
  ['leukemi', 'leukaemi'],
  ['licens', 'licenc'],
  ['mediaeval', 'medieval'],
  ['mold', 'mould'],
  ['moslem', 'muslim'],
  ['mustache', 'moustache'],
  ['orthopedic', 'orthopaedic'],
  ['pajama', 'pyjama'],
  ['pediatric', 'paediatric'],
  ['pedophil', 'paedophil'],
  ['plow', 'plough'],
  ['practis', 'practic'],
  ['skeptic', 'sceptic'],
  ['smolder', 'smoulder'],
  ['snowplow', 'snowplough'],
  ['sulfa', 'sulpha'],
  ['sulfi', 'sulphi'],
  ['sulfu', 'sulphu'],
  ['yoghurt', 'yogurt'],
]

/** Words that change at the end, each with its forms. */
const words = new Map<string, string>([
  ...[
    ...[
      'cent',
      'theat',
      'amphitheat',
      'epicent',
      'lit',
      'fib',
      'sab',
      'calib',
      'meag',
      'somb',
      'spect',
      'lust',
      'och',
    ],
    ...['scept', 'kilomet', 'centimet', 'millimet', 'nanomet', 'millilit', 'recent', 'microfib'],
  ].flatMap(base => [
    [`${base}er`, `${base}re`] as const,
    [`${base}ers`, `${base}res`] as const,
    [`${base}ered`, `${base}red`] as const,
    [`${base}ering`, `${base}ring`] as const,
  ]),
  ['maneuver', 'manoeuvre'],
  ['maneuvers', 'manoeuvres'],
  ['maneuvered', 'manoeuvred'],
  ['maneuvering', 'manoeuvring'],
  ['maneuverable', 'manoeuvrable'],
  ...['defen', 'offen', 'preten'].flatMap(base => [
    [`${base}se`, `${base}ce`] as const,
    [`${base}ses`, `${base}ces`] as const,
    [`${base}seless`, `${base}celess`] as const,
  ]),
  ...['catalog', 'dialog', 'analog', 'monolog', 'epilog', 'prolog', 'travelog'].flatMap(base => [
    [base, `${base}ue`] as const,
    [`${base}s`, `${base}ues`] as const,
    [`${base}ed`, `${base}ued`] as const,
    [`${base}ing`, `${base}uing`] as const,
  ]),
  // The short form is the one whose stem is also that of "programmed" and "programming".
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['gramme', 'gram'],
  ['grammes', 'grams'],
  ['kilogramme', 'kilogram'],
  ['kilogrammes', 'kilograms'],
  // Doubled consonants that the stemmer does not make single.
  ...[
    'fuel',
    'refuel',
    'dial',
    'trial',
    'duel',
    'cruel',
    'vial',
    'focus',
    'refocus',
    'bias',
    'gas',
    'bus',
  ].flatMap(base => [
    [`${base}${base.at(-1)}ed`, `${base}ed`] as const,
    [`${base}${base.at(-1)}ing`, `${base}ing`] as const,
    [`${base}${base.at(-1)}er`, `${base}er`] as const,
    [`${base}${base.at(-1)}ers`, `${base}ers`] as const,
  ]),
  ...['fulfil', 'enrol', 'instil', 'distil', 'appal', 'enthral'].flatMap(base => [
    [`${base}l`, base] as const,
    [`${base}ls`, `${base}s`] as const,
    [`${base}lment`, `${base}ment`] as const,
    [`${base}lments`, `${base}ments`] as const,
  ]),
  ['installment', 'instalment'],
  ['installments', 'instalments'],
  ['skillful', 'skilful'],
  ['skillfully', 'skilfully'],
  ['willful', 'wilful'],
  ['willfully', 'wilfully'],
  ['woolen', 'woollen'],
  ['woolens', 'woollens'],
  ['councilor', 'councillor'],
  ['councilors', 'councillors'],
  ['counselor', 'counsellor'],
  ['counselors', 'counsellors'],
  ['chancelor', 'chancellor'],
  ['jewelry', 'jewellery'],
  ['gray', 'grey'],
  ['grays', 'greys'],
  ['grayer', 'greyer'],
  ['tire', 'tyre'],
  ['tires', 'tyres'],
  ['airplane', 'aeroplane'],
  ['airplanes', 'aeroplanes'],
  ['axes', 'axe'],
  ['cozy', 'cosy'],
  ['disk', 'disc'],
  ['disks', 'discs'],
  ['donut', 'doughnut'],
  ['donuts', 'doughnuts'],
  ['edema', 'oedema'],
  ['feces', 'faeces'],
  ['gaol', 'jail'],
  ['gaols', 'jails'],
  ['aging', 'ageing'],
  ['judgment', 'judgement'],
  ['judgments', 'judgements'],
  ['acknowledgment', 'acknowledgement'],
  ['acknowledgments', 'acknowledgements'],
  ['likable', 'likeable'],
  ['livable', 'liveable'],
  ['sizable', 'sizeable'],
  ['movable', 'moveable'],
  ['omelet', 'omelette'],
  ['whiskey', 'whisky'],
  ['whiskeys', 'whiskies'],
  ['learnt', 'learned'],
  ['burnt', 'burned'],
  ['dreamt', 'dreamed'],
  ['spoilt', 'spoiled'],
])

/** What these rules change by a list: words, and beginnings of words, each as America and as Britain writes it. */
export const respelled: readonly (readonly [american: string, british: string])[] = [
  ...shortWords,
  ...words,
  ...beginnings,
]
