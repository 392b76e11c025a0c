import { describe, expect, it } from 'vitest'
import { furnitureLines } from './furnitureLines.ts'
import { endsWithCredit, isCredit } from './pictureCredits.ts'

const reason = (text: string) => furnitureLines.find(({ line }) => line.test(text))?.furniture ?? null

it.each([
  ['|', 'Leftover separator'],
  ['* * *', 'Leftover separator'],
  ['LATEST DEVELOPMENTS', 'Heading of a link list'],
  ['You May Also Like', 'Heading of a link list'],
  ['More From Author', 'Heading of a link list'],
  ['Related articles', 'Heading of a link list'],
  ['Read more: Ferry fares to rise', 'Link to another article'],
  ['READ MORE', 'Link to another article'],
  ['Advertisement', 'Advertisement'],
  ['Article continues below', 'Advertisement'],
  ['Request free trial', 'Subscription prompt'],
  ['Sign up to our weekly newsletter', 'Subscription prompt'],
  ['Log in or register', 'Subscription prompt'],
  ['We use cookies to improve your visit.', 'Cookie or privacy notice'],
  ['Share this article', 'Buttons of the page'],
  ['Follow us on Facebook', 'Buttons of the page'],
  ['12 comments', 'Buttons of the page'],
  ['Jo Roe and PA Media contributed to this report.', 'Contributor note'],
  ['Reporting by Jo Roe; editing by Al Dee', 'Contributor note'],
  ['© 2024 Coast Times', 'Note of the page'],
  ['4 min read', 'Note of the page'],
  ['Skip advertisement', 'Advertisement'],
  ['10:42am', 'Time stamp of a live blog'],
  ['10.42am', 'Time stamp of a live blog'],
  ['15.03 BST', 'Time stamp of a live blog'],
  ['Posted at 15:03', 'Time stamp of a live blog'],
  ['2h ago', 'Time stamp of a live blog'],
  ['1h 20m ago', 'Time stamp of a live blog'],
  ['an hour ago', 'Time stamp of a live blog'],
])('%s is furniture', (text, furniture) => {
  expect(reason(text)).toBe(furniture)
})

it.each([
  'Follow the money',
  'Share the burden, ministers told',
  'Sign up to the charter, council urged',
  'Register to vote before June',
  'Join forces with Italy',
  'Copyright law must change, say peers',
  'Analysis: why the deal matters',
  'Experts from the agency contributed to the report.',
  'The latest figures show a rise',
  'More boats arrive',
  'Related offences will be counted together.',
  'Watch towers were built along the coast.',
  'The report was first published in 2021.',
  'Home Office readout',
  'Getty was told to pay.',
  '10.42',
  'At 10:42 the pier was closed.',
  'Two years ago',
])('%s is the article', text => {
  expect(reason(text)).toBeNull()
  expect(isCredit.test(text)).toBe(false)
})

describe('credits', () => {
  it.each([
    'PA',
    'Getty Images',
    '(Reuters)',
    'Jo Roe/AFP via Getty Images',
    'Credit: Jo Roe',
    'Photo by Jo Roe',
    'PA Wire/Pool',
  ])('%s is one', text => {
    expect(isCredit.test(text)).toBe(true)
  })
  it.each([
    'A boat at sea (Jo Roe/PA Wire)',
    'A boat at sea. Jo Roe/PA',
    'A boat at sea. (A Skipper/PA Wire)',
    'A boat at sea (Image: Getty)',
  ])('%s ends with one', text => {
    expect(endsWithCredit.test(text)).toBe(true)
  })
  it.each(['The PA said so.', 'Talks with Reuters and the AP', 'It was the Getty'])('%s has none', text => {
    expect(endsWithCredit.test(text)).toBe(false)
    expect(isCredit.test(text)).toBe(false)
  })
})
