import { expect, it } from 'vitest'
import { slimWordXml } from './slimWordXml.ts'

it('drops how words look and puts runs together, but keeps words, styles, lists and breaks', () => {
  expect(
    slimWordXml(
      '<w:p w:rsidR="1"><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/></w:numPr><w:jc w:val="left"/><w:rPr><w:b/></w:rPr></w:pPr>' +
        '<w:r><w:rPr><w:b/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">One </w:t></w:r><w:proofErr w:type="spellStart"/>' +
        '<w:r w:rsidR="2"><w:rPr></w:rPr><w:t>word &lt;w:b/&gt;</w:t><w:br/><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="Strong"/><w:i/></w:rPr><w:t>two</w:t></w:r></w:p>',
    ),
  ).toBe(
    '<w:p w:rsidR="1"><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>' +
      '<w:r><w:t xml:space="preserve">One word &lt;w:b/&gt;</w:t><w:br/><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>two</w:t></w:r></w:p>',
  )
})

it('takes time in proportion to the length', () => {
  for (const unit of ['<w:b ', '<w:rPr>', '</w:t></w:r><w:r>', '<w:b/>', ' ', '<w:rPr> ']) {
    const xml = unit.repeat(Math.ceil(100_000 / unit.length))
    const start = performance.now()
    slimWordXml(xml)
    expect([unit, performance.now() - start < 100]).toEqual([unit, true])
  }
})
