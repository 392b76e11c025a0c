import { expect, it } from 'vitest'
import { detectLanguage } from './detectLanguage.ts'

it.each([
  [
    'en',
    'The harbour office has written to every skipper on the west coast, asking how many boats will need a berth this winter, and what each of them can pay.',
  ],
  [
    'cy',
    "Mae swyddfa'r harbwr wedi ysgrifennu at bob capten ar arfordir y gorllewin, yn gofyn faint o gychod fydd angen angorfa y gaeaf hwn, a beth all pob un ohonynt ei dalu.",
  ],
  [
    'ga',
    'Tá oifig an chuain tar éis scríobh chuig gach captaen ar an gcósta thiar, ag fiafraí cé mhéad bád a mbeidh áit ag teastáil uathu an geimhreadh seo, agus cad is féidir le gach duine acu a íoc.',
  ],
  [
    'fr',
    'Le bureau du port a écrit à tous les patrons de la côte ouest pour leur demander combien de bateaux auront besoin d’une place cet hiver, et ce que chacun peut payer.',
  ],
  [
    'de',
    'Das Hafenamt hat an alle Kapitäne der Westküste geschrieben und gefragt, wie viele Boote in diesem Winter einen Liegeplatz brauchen und was jedes von ihnen zahlen kann.',
  ],
  [
    'nl',
    'Het havenkantoor heeft aan alle schippers aan de westkust geschreven met de vraag hoeveel boten deze winter een ligplaats nodig hebben en wat ieder van hen kan betalen.',
  ],
  [
    'es',
    'La oficina del puerto ha escrito a todos los patrones de la costa oeste para preguntar cuántos barcos necesitarán un amarre este invierno y cuánto puede pagar cada uno de ellos.',
  ],
  [
    'pt',
    'O escritório do porto escreveu a todos os capitães da costa oeste, perguntando quantos barcos precisarão de um lugar neste inverno e quanto cada um deles pode pagar.',
  ],
  [
    'da',
    'Havnekontoret har skrevet til alle skippere på vestkysten for at spørge, hvor mange både der får brug for en plads i vinter, og hvad hver af dem kan betale.',
  ],
  [
    'nb',
    'Havnekontoret har skrevet til alle skippere på vestkysten for å spørre hvor mange båter som trenger plass i vinter, og hva hver av dem kan betale.',
  ],
  [
    'ru',
    'Управление порта написало всем шкиперам западного побережья и спросило, сколько лодок будут нуждаться в стоянке этой зимой и что каждый из них может заплатить.',
  ],
  [
    'uk',
    'Управління порту написало всім шкіперам західного узбережжя та запитало, скільки човнів потребуватимуть стоянки цієї зими і що кожен з них може заплатити.',
  ],
  [
    'el',
    'Το γραφείο του λιμανιού έγραψε σε κάθε καπετάνιο της δυτικής ακτής και ρώτησε πόσες βάρκες θα χρειαστούν θέση αυτόν τον χειμώνα και τι μπορεί να πληρώσει.',
  ],
  [
    'ja',
    '港の事務所は西海岸のすべての船長に手紙を書き、この冬に何隻の船が係留場所を必要とするか、それぞれがいくら払えるかを尋ねた。',
  ],
  ['zh', '港口办公室写信给西海岸的每一位船长，询问今年冬天有多少船需要泊位，以及他们每人能付多少钱。'],
])('%s', (tag, sentence) => {
  expect(detectLanguage(`${sentence} `.repeat(Math.ceil(400 / sentence.length)))).toBe(tag)
}) // prettier-ignore

it.each([
  ['too few letters', 'The harbour office has written to every skipper on the west coast.'],
  [
    'no language',
    'Lorem ipsum dolor sit amet consectetur adipisicing elit sed eiusmod tempor incididunt ut labore et dolore magna aliqua. '.repeat(
      4,
    ),
  ],
  [
    'names and figures',
    'Oban 40 Mallaig 25 Ullapool 30 Stornoway 12 Tobermory 17 Lochinver 22 Kinlochbervie 31 Scrabster 9 '.repeat(
      5,
    ),
  ],
])('says nothing of %s', (_, text) => {
  expect(detectLanguage(text)).toBeNull()
}) // prettier-ignore

it('looks at the beginning only', () => {
  const text = 'the '.repeat(500_000)
  const started = performance.now()
  expect(detectLanguage(text)).toBe('en')
  expect(performance.now() - started).toBeLessThan(50)
})
