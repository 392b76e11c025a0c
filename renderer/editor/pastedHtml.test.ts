import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { transformPastedHtml } from './pastedHtml.ts'

const parse = (html: string) =>
  parseHTML(/<html/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`)
    .document as unknown as Document
const clean = (html: string) => transformPastedHtml(html, parse)

/** What Word for Windows puts on the clipboard around a fragment. */
const word = (fragment: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/x/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:12.0pt;} @list l0 {mso-list-id:1;} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
${fragment}
<!--EndFragment--></body></html>`

const item = (level: number, marker: string, words: string, list = 'l0', position = 'Middle') =>
  `<p class=MsoListParagraphCxSp${position} style='margin-left:${36 * level}.0pt;mso-add-space:auto;text-indent:-18.0pt;
mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span
style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

describe('from Word', () => {
  test('paragraphs lose every style, class and namespace, and keep bold and italic', () => {
    expect(
      clean(
        word(`<p class=MsoNormal style='margin-bottom:8.0pt'><span style='font-size:14.0pt;
font-family:"Arial",sans-serif;mso-bidi-font-family:Arial'>That you <b style='mso-bidi-font-weight:normal'>agree</b> to
announce <i>soon</i>.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>R&amp;D &lt; 5&nbsp;%</p>`),
      ),
    ).toBe('<p>That you <strong>agree</strong> to announce <em>soon</em>.</p><p>R&amp;D &lt; 5 %</p>')
  })

  test('headings map to the three there are; a title is the first', () => {
    expect(
      clean(
        word(`<p class=MsoTitle>Joint unit</p><h1>Issue<o:p></o:p></h1><h2 style='margin-top:2pt'><span
lang=EN-US>Timing</span></h2><h4>Detail</h4><p class=MsoNormal style='mso-outline-level:2'>Handling</p>`),
      ),
    ).toBe('<h1>Joint unit</h1><h1>Issue</h1><h2>Timing</h2><h3>Detail</h3><h2>Handling</h2>')
  })

  test('list paragraphs become nested lists, by their markers', () => {
    expect(
      clean(
        word(
          [
            '<p class=MsoNormal>We propose to:</p>',
            item(1, '·', 'first', 'l0', 'First'),
            item(2, 'o', 'below the first'),
            item(3, '§', 'deeper'),
            item(1, '·', 'second'),
            item(1, '1.', 'one', 'l1'),
            item(2, '(a)', 'one a', 'l1'),
            item(1, '2.', 'two', 'l1', 'Last'),
            '<p class=MsoNormal>After.</p>',
          ].join('\n'),
        ),
      ),
    ).toBe(
      '<p>We propose to:</p>' +
        '<ul><li><p>first</p><ul><li><p>below the first</p><ul><li><p>deeper</p></li></ul></li></ul></li>' +
        '<li><p>second</p></li></ul>' +
        '<ol><li><p>one</p><ol><li><p>one a</p></li></ol></li><li><p>two</p></li></ol>' +
        '<p>After.</p>',
    )
  })

  test('no item is lost where a list starts too deep', () => {
    expect(clean(word(item(3, 'o', 'deep') + item(1, '·', 'top')))).toBe(
      '<ul><li><p>deep</p></li></ul><ul><li><p>top</p></li></ul>',
    )
  })

  test('the first row of a table becomes its header row', () => {
    expect(
      clean(
        word(`<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:150.25pt'><p class=MsoNormal>Date</p></td>
  <td colspan=2><p class=MsoNormal><b>Event</b></p></td></tr>
 <tr><td><p class=MsoNormal>16 December</p></td><td><h2>Rome</h2></td><td>${item(1, '·', 'talks')}</td></tr></table>`),
      ),
    ).toBe(
      '<table><tbody><tr><th><p>Date</p></th><th colspan="2"><p><strong>Event</strong></p></th></tr>' +
        '<tr><td><p>16 December</p></td><td><p>Rome</p></td><td><p>talks</p></td></tr></tbody></table>',
    )
  })

  test('comments, deleted text and hidden text are left out; inserted text stays', () => {
    expect(
      clean(
        word(`<p class=MsoNormal>We <a style='mso-comment-reference:AB_1;mso-comment-date:20241216T0900'>will</a><span
class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor href="#_msocom_1">[AB1]</a></span></span>
<del cite="mailto:x" datetime="2024-12-16T09:00">never</del><ins>soon</ins> announce<span style='display:none;mso-hide:all'> secret</span>.</p>
<div style='mso-element:comment-list'><hr><div style='mso-element:comment'><p class=MsoCommentText>Really?</p></div></div>`),
      ),
    ).toBe('<p>We will soon announce.</p>')
  })
})

describe('from elsewhere', () => {
  test('a web page loses its scripts, pictures and links, and keeps its words', () => {
    expect(
      clean(
        `<div class="story"><h2>Talks</h2><p>In <a href="https://example.org">Rome</a><br>today<img src=x onerror=alert(1)></p>
<script>alert(1)</script><ul><li>one<ul><li>inner</li></ul></li><ul><li>stray</li></ul></ul><blockquote>Said so</blockquote>tail</div>`,
      ),
    ).toBe(
      '<h2>Talks</h2><p>In Rome<br>today</p>' +
        '<ul><li><p>one</p><ul><li><p>inner</p></li></ul><ul><li><p>stray</p></li></ul></li></ul><p>Said so</p><p>tail</p>',
    )
  })

  test('Google Docs wraps everything in a bold that is not bold', () => {
    expect(
      clean(
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400"> plain</span></p></b>',
      ),
    ).toBe('<p><strong>Bold</strong> plain</p>')
  })

  test('what the draft itself put on the clipboard comes back unchanged', () => {
    const own =
      '<p data-numbered="" data-pm-slice="1 1 []">It rose<span articleid="a1" version="1" highlightid="h1" data-citation=""></span></p>'
    expect(clean(own)).toBe(own)
  })
})

test('whatever is pasted, only known elements come out, and what is clean stays as it is', () => {
  const words = fc.constantFrom('alpha', 'beta & <b>', '£5', 'γ')
  const tag = fc.constantFrom(
    'p',
    'div',
    'span',
    'b',
    'h1',
    'h5',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'font',
    'section',
    'pre',
    'o:p',
  )
  const tree = fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof(
      { maxDepth: 5 },
      words.map(w => w.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
      fc
        .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
        .map(([t, inner]) => `<${t}>${inner.join(' ')}</${t}>`),
    ),
  })).node
  const KNOWN = /^(?:p|h[123]|ul|ol|li|table|tbody|tr|t[hd]|strong|em|br)$/
  fc.assert(
    fc.property(tree, html => {
      const out = clean(html)
      for (const [, name] of out.matchAll(/<\/?([a-z0-9:]+)/g)) expect(name).toMatch(KNOWN)
      expect(clean(out)).toBe(out)
    }),
  )
})
