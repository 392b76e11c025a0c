/** Properties that say how words look, and marks that programs leave behind: no reader of the words needs them. */
const looks =
  'rFonts|b|bCs|i|iCs|u|color|sz|szCs|lang|kern|spacing|ind|jc|bidi|rtl|cs|highlight|shd|w|position|effect|em|noProof|' +
  'proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak|keepNext|keepLines|widowControl|contextualSpacing|' +
  'suppressAutoHyphens|snapToGrid|autoSpaceDE|autoSpaceDN|adjustRightInd|textAlignment|mirrorIndents|overflowPunct|' +
  'kinsoku|wordWrap|pageBreakBefore|suppressLineNumbers|tcW|tblW|tblLook|tblInd|vAlign|cantSplit|trHeight|gridCol'
const look = new RegExp(`<w:(?:${looks})(?:\\s[^<>]*)?/>`, 'g')
const emptyProperties = /<w:([rp]Pr)(?:\/>|>\s*<\/w:\1>)/g
const nextRun = /<\/w:t><\/w:r><w:r(?:\s[^<>]*)?><w:t(?:\s[^<>]*)?>/g

/**
 * A part of a Word document with the same words and styles in far fewer elements: mammoth keeps some kilobytes for each,
 * and Word writes a dozen for a word. For checked XML: every `<` begins a tag.
 */
export function slimWordXml(xml: string): string {
  if (xml.includes('<![CDATA[')) return xml
  // Properties of a paragraph's mark stand in those of the paragraph.
  return xml.replace(look, '').replace(emptyProperties, '').replace(emptyProperties, '').replace(nextRun, '')
}
