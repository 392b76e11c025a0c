/** Where the text of a group goes. */
export type Destination =
  | 'text'
  | 'skip'
  | 'marker'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'author'
  | 'created'
  | 'modified'
  | 'note'
  | 'header'
  | 'footer'
  | 'box'

/**
 * Control words that say where their group's text goes: RTF Specification 1.9.1, "Destinations". A word behind `\*`
 * that is not here is skipped with its group, as the specification says.
 */
export const destinations: Readonly<Record<string, Destination>> = Object.assign(Object.create(null), {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  title: 'title',
  author: 'author',
  creatim: 'created',
  revtim: 'modified',
  footnote: 'note',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  listtext: 'marker',
  pntext: 'marker',
  shptxt: 'box',
  dptxbxtext: 'box',
  // Of two ways to say the same, the one in Unicode; of an object, what it shows.
  ud: 'text',
  result: 'text',
  fldrslt: 'text',
  ...Object.fromEntries(
    (
      'colortbl pict object fldinst annotation atnid atnauthor atntime atnicn atnref xe tc txe rxe do nonshppict shprslt ' +
      'shpinst upr private revtbl rsidtbl listtable listoverridetable filetbl generator template userprops xmlnstbl themedata ' +
      'datastore latentstyles colorschememapping ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend mmath ' +
      'pgptbl operator category keywords subject comment doccomm hlinkbase manager company printim buptim passwordhash'
    )
      .split(' ')
      .map(word => [word, 'skip'] as const),
  ),
})

/** Words that stand for characters: RTF Specification 1.9.1, "Special Characters". */
export const characters: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  softline: ' ',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  nestcell: ' ',
  '~': '\u00a0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
})
