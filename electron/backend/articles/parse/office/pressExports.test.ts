import { expect, it } from 'vitest'
import { readDocx } from './readDocx.ts'
import { readRtf } from './readRtf.ts'
import { readFixture, shown } from './shown.testkit.ts'

it.each([
  ['nexis.docx', readDocx],
  ['nexis.rtf', readRtf],
] as const)('reads three articles out of %s', async (name, read) => {
  const articles = await readFixture(read, name, import.meta.url)
  expect(
    articles.map(({ title, publisher, publishedOn, byline, section }) => [
      title,
      publisher,
      publishedOn,
      byline,
      section,
    ]),
  ).toEqual([
    ['Ferry crews to train on the Clyde', 'The Western Gazette', '2024-12-14', 'Iona Grant', 'NEWS; Pg. 4'],
    ['Slipway closed for a month', 'Lorn Courier (Oban)', '2024-12-09', null, 'LOCAL'],
    [
      'Letters: who pays for the pier?',
      'The Western Gazette',
      '2024-12-08',
      'Hamish Orr and Una Reid',
      'LETTERS; Pg. 22',
    ],
  ]) // prettier-ignore
  expect(shown(articles[0]!)).toEqual([
    'paragraph [Press database: cover page]: User Name: I. Reader',
    'paragraph [Press database: cover page]: Date and Time: Monday, 16 December 2024 11:20 AM GMT',
    'paragraph [Press database: cover page]: Job Number: 240000001',
    'heading [Press database: cover page]: Documents (3)',
    'paragraph [Press database: cover page]: 1. Ferry crews to train on the Clyde',
    'paragraph [Press database: cover page]: Client/Matter: -None-',
    'paragraph [Press database: cover page]: 2. Slipway closed for a month',
    'paragraph [Press database: cover page]: Client/Matter: -None-',
    'paragraph [Press database: cover page]: 3. Letters: who pays for the pier?',
    'paragraph [Press database: cover page]: Client/Matter: -None-',
    'paragraph [Press database: cover page]: Search Terms: ferry OR slipway OR pier',
    'paragraph [Press database: cover page]: About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2024 LexisNexis',
    'paragraph [Page number]: Page 1 of 1',
    'paragraph [Running head]: Ferry crews to train on the Clyde',
    'heading: Ferry crews to train on the Clyde',
    'paragraph [Name of the publisher]: The Western Gazette',
    'paragraph [Date of publication]: December 14, 2024 Saturday',
    'paragraph [Press database: line of the head]: Edition 1, National Edition',
    'paragraph [Press database: copyright]: Copyright 2024 Western Gazette Ltd All Rights Reserved',
    'paragraph [Press database: section]: Section: NEWS; Pg. 4',
    'paragraph [Press database: length]: Length: 61 words',
    'paragraph [Byline]: Byline: Iona Grant',
    'paragraph: Highlight: Forty deckhands start in spring',
    'heading [Press database: label]: Body',
    'paragraph: Forty deckhands will train on the Clyde from next spring, the ferry company said yesterday, under a scheme that has been put off three times.',
    'paragraph: The union said that it would count the places before it thanked anybody.',
    'paragraph: The first ship leaves Gourock on 3 March.',
    'paragraph [Press database: load-date]: Load-Date: December 15, 2024',
    'paragraph [Press database: end of document]: End of Document',
  ])
})

it.each([
  ['factiva.docx', readDocx],
  ['factiva.rtf', readRtf],
] as const)('reads two articles out of %s', async (name, read) => {
  const articles = await readFixture(read, name, import.meta.url)
  expect(
    articles.map(({ title, publisher, publishedOn, byline, section, language }) => [
      title,
      publisher,
      publishedOn,
      byline,
      section,
      language,
    ]),
  ).toEqual([
    ['Ferry crews to train on the Clyde', 'The Western Gazette', '2024-12-14', 'Iona Grant', 'News', 'en'],
    ['Slipway closed for a month', 'Lorn Courier', '2024-12-09', null, null, 'en'],
  ])
  expect(shown(articles[1]!)).toEqual([
    'heading: Slipway closed for a month',
    'paragraph [Press database: length]: 1,032 words',
    'paragraph [Date of publication]: 9 December 2024',
    'paragraph [Name of the publisher]: Lorn Courier',
    'paragraph [Press database: line of the head]: LORNC',
    'paragraph [Press database: line of the head]: English',
    'paragraph [Press database: line of the head]: © 2024 Lorn Courier',
    'paragraph: The north slipway will be closed until the middle of January, the council has said.',
    'paragraph: Boats can be taken out at the yacht club in the meantime.',
    'paragraph [Press database: number of the document]: Document LORNC00020241209ekc90001m',
    'paragraph [Press database: search summary]: Search Summary',
    'table [Press database: search summary]: Text\tferry OR slipway\nDate\tIn the last month',
    'paragraph [Press database: search summary]: © 2024 Factiva, Inc. All rights reserved.',
  ])
})
