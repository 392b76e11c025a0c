/** Fewer letters than this say too little. */
const fewestLetters = 200
/** How much of a text is looked at, in UTF-16 code units: some 600 letters. */
const sampleLength = 760
/** Of the words looked at, this share must be little words of the language, and the next language have far fewer. */
const leastShare = 0.12
const clearLead = 1.25

/**
 * The words that say little and stand everywhere, by language: those that tell neighbours apart are among them. A
 * word of several languages counts for each in part.
 */
const littleWords: Record<string, string> = {
  en: 'the of and to in that is was for it with as his on be at by had are not but from have an they which you were all her she there would their we him been has when who will no more if out so what up said its about than into them can only other time could these may any our over new after before because between should',
  fr: 'le la les de des du et en un une est que qui dans pour pas sur au aux par plus ce cette il elle ne se sont avec son sa ses mais ou nous vous ils leur été être ont à ces comme lui même aussi sans entre après très',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch wurde sei',
  es: 'el la los las de que y en un una por con no para se del al lo como más su sus es o pero le ha este esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante fue era son dos ser está años',
  pt: 'o a os as de que e do da em um uma para com não por mais dos das como mas ao ele se na no nas nos foi sua seu são ou ser quando muito há já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus',
  it: 'il lo la i gli le di che e in un una per con non del della dei delle si da al alla nel nella sono è come più anche ma dal dalla sul sulla questo questa ha hanno essere o ed se ci stato loro suo sua tra fra degli ai',
  nl: 'de het een van en in is dat op te zijn met voor niet die aan er om als ook door maar bij uit naar dan nog over wordt heeft hij ze wat tot deze worden kan hebben geen meer zich ik je was werd zo moet zal waren haar',
  cy: "y yr a i yn o ar mae ei fod bod wedi am gan ac oedd ond eu sydd hynny hyn nid fel na gyda roedd hefyd bydd un neu yng mewn nad rhai er iddo ddim wrth dros dan i’r a’r o’r i'r a'r o'r",
  ga: 'an na agus ar i a go is ag bhí sé tá le do sa atá ach leis mar bhfuil seo sin don faoi aon den nach ó chun raibh gur freisin ina iad féin idir í dá am ba nuair',
  gd: 'an a tha agus air na gu nach bha aig anns mar ach sin do e iad i airson cuideachd dhan às bho nan bhith gun le ann seo eile bidh chaidh dha fo',
  sv: 'och att det i en som på är av för den med till inte om har de ett var men jag ska kan från nu vid så eller hade när efter också man än detta vi under sig skulle måste bli mycket',
  da: 'og at det i en den til er som på de med af for ikke der har et var men om vi han fra blev kan også jeg eller så hun efter ved nu skal mod havde efter kun blive mere meget hvad sig',
  nb: 'og det i på som er en å til av at for med de har ikke den et om var men fra han vil kan også seg etter så eller hun ved jeg nå ble skal blir mer mot hadde bare mye noe hva dette',
  fi: 'ja on ei että se oli hän mutta ovat joka kun myös tai sen jos niin kuin ole olla mukaan ollut voi sekä vain hänen ne siitä tämä jotka sitä nyt mitä jo vielä olisi',
  pl: 'w i na z do się nie że to jest o jak od po za przez dla co są przy ale by tego był oraz było już tym ma tylko jego może być który która które ze także czy jej ich pod lub',
  cs: 'a v se na je že s z do i to o k ve si jsem pro za by podle ale jako po od jeho jsou však co byl které který jeho bude který nebo také už při aby byla není či před',
  sk: 'a v sa na je že s z do aj to o k vo si som pre za by podľa ale ako po od jeho sú však čo bol ktoré ktorý bude alebo tiež už pri aby bola nie či pred',
  ro: 'de și în a la cu pe din o care un nu mai este pentru că să au fost prin sau ce ca sunt al ale fi se dar după le lui ei această acest între fără până',
  hu: 'a az és hogy nem is egy van meg de ez csak ha már volt mint még el vagy ki kell amely azt sem után lesz pedig ezt szerint között minden lehet nagyon',
  tr: 've bir bu da de için ile olarak çok daha olan gibi ise ancak kadar sonra en ne var o ki olduğu tarafından göre değil her ya veya',
  ca: 'el la els les de que i en un una per amb no del al es dels com més però ha seva seu aquest aquesta són o també als sobre entre fins està ser hi pel han molt quan',
  hr: 'i u je na se da su za od s a o kao koji iz što ne će do biti koja koje bi nije ili bio samo te ali više prema to sve još nakon između',
  id: 'yang dan di dengan untuk dari ini itu dalam tidak pada akan ke adalah juga oleh karena ada mereka telah sebagai atau bisa kata orang lebih saat tahun para',
  vi: 'và của là có cho không được trong một người với các đã những này khi đó từ về để cũng ra vào như đến sẽ nhiều phải tại',
  sq: 'të në e dhe i për një që me nga është më se u ka nuk si do në kjo ky duke janë kanë por edhe ishte',
  so: 'iyo oo ka ku in ay uu waa ee la u ah si ayaa kale waxaa laga ama waxa mid badan aan',
  ru: 'и в не на я что с он как это по но из у за его к от так же о для было все она бы они мы был ее только или еще после до',
  uk: 'і в не на що з у до та за як це про від для його але по був й було є які має або при під після також щодо більше',
  be: 'і ў не на што з у да як гэта па ад для яго але за быў было ён пра або пасля ці таксама калі',
  bg: 'на и да в за се от не че с са по е като до ще това към или но той който беше след бъде при много',
  sr: 'и у је на се да су за од с а о као који из што не ће до бити која које би није или само али после између',
  ar: 'في من على أن إلى عن مع التي هذا الذي لا ما هذه كان بعد بين وقد قد ذلك كما لم وهو خلال قبل أو كل حيث',
  fa: 'و در به از که این را با است برای آن یک خود تا بر شده می هم یا نیز بود شد اما کرد های دارد او',
  ur: 'کے کی میں ہے اور سے کا کو نے کہ پر یہ بھی اس ہیں ایک نہیں کر تھا وہ ان تو گیا کیا لیے',
  he: 'של את על לא הוא זה עם כי גם היא אל אני או כל יש אם כך היה אך יותר אבל אין בין רק אשר מה',
  hi: 'के में है की को और से का ने कि पर यह भी इस एक नहीं हैं कर था वह जो लिए तो हो गया किया',
}

/** Scripts that one language of today writes. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
]

const languages = Object.keys(littleWords)
const byWord = new Map<string, number[]>()
languages.forEach((tag, i) => {
  for (const word of new Set(littleWords[tag]!.split(' '))) {
    const known = byWord.get(word)
    if (known) known.push(i)
    else byWord.set(word, [i])
  }
})

/**
 * The language of a text as a BCP 47 tag of two letters, by its little words or its script, or null when there are
 * too few letters or no language is clearly ahead. Looks at the beginning only, so the cost does not grow with the text.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).toLowerCase()
  if (isSimple.test(sample)) return lettersIn(sample) < fewestLetters ? null : byLittleWords(sample)
  const letters = sample.replace(/[^\p{L}\p{M}]+/gu, '')
  if (letters.length < fewestLetters) return null
  return byScript(letters) ?? byLittleWords(sample)
}

/** No other letters than a to z: as most texts begin. */
const isSimple = /^[\x00-\x7f£€\u2010-\u2027]*$/

function lettersIn(simple: string): number {
  let count = 0
  for (let i = 0; i < simple.length; i++) {
    const code = simple.charCodeAt(i)
    if (code >= 97 && code <= 122) count++
  }
  return count
}

function byScript(letters: string): string | null {
  if (/^[\u0000-\u036f]{40}/.test(letters)) return null
  for (const [script, tag] of scripts) {
    const share = (letters.match(script)?.length ?? 0) / letters.length
    // Japanese is mostly written with Chinese characters, but never without its own.
    if (share > (tag === 'ja' ? 0.1 : 0.5)) return tag
  }
  return null
}

function byLittleWords(sample: string): string | null {
  const points = new Float64Array(languages.length)
  const words = sample.match(/[\p{L}\p{M}’']+/gu) ?? []
  for (const word of words) {
    const known = byWord.get(word)
    if (known) for (const i of known) points[i]! += 1 / Math.sqrt(known.length)
  }
  let best = 0
  let next = 1
  if (points[next]! > points[best]!) [best, next] = [next, best]
  for (let i = 2; i < points.length; i++) {
    if (points[i]! > points[best]!) {
      next = best
      best = i
    } else if (points[i]! > points[next]!) next = i
  }
  const enough = points[best]! >= words.length * leastShare
  return enough && points[best]! >= clearLead * points[next]! ? languages[best]! : null
}
