import type { TypesetPack } from '../typeset/block.ts'
import { PdfDocument } from './pdfkitInternals.ts'
import { page } from './style.ts'

/**
 * A new PDF 1.7 file that says it is PDF/UA-1 and PDF/A-2a. Its properties are these and no others, so that
 * nothing of the machine or its user gets in.
 */
export function openDocument(pack: TypesetPack): PdfDocument {
  const info = {
    Title: pack.title,
    ...(pack.author === '' ? {} : { Author: pack.author }),
    ...(pack.marking === '' ? {} : { Subject: pack.marking }),
    Creator: 'Despatch',
    Producer: 'Despatch',
    CreationDate: new Date(pack.date),
  }
  const document = new PdfDocument([page.width, page.height], {
    pdfVersion: '1.7',
    tagged: true,
    subset: 'PDF/A-2a',
    lang: 'en-GB',
    displayTitle: true,
    font: null as unknown as string,
    info,
  })
  // pdfkit writes these unescaped, so that an ampersand in a title would break the metadata.
  document._addInfo = () => document.appendXML(metadata(info))
  return document
}

/** The same properties as XMP, with PDF/UA's identifier and, as PDF/A asks, the schema of that identifier. */
function metadata(info: Record<string, string | Date> & { CreationDate: Date }): string {
  const text = (key: string) => escaped(String(info[key] ?? ''))
  const alternative = (name: string, key: string) =>
    info[key] === undefined
      ? ''
      : `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${text(key)}</rdf:li></rdf:Alt></dc:${name}>`
  return `
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:CreateDate>${info.CreationDate.toISOString().replace(/\.\d+/, '')}</xmp:CreateDate>
  <xmp:CreatorTool>${text('Creator')}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:format>application/pdf</dc:format>
  ${alternative('title', 'Title')}
  ${info.Author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${text('Author')}</rdf:li></rdf:Seq></dc:creator>`}
  ${alternative('description', 'Subject')}
  <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdf:Producer>${text('Producer')}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
}

/** Text in XML 1.0, which has no place for control characters. */
const escaped = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
