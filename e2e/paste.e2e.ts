import type { Page } from '@playwright/test'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved, startAfresh } from './draftText.ts'
import { newPack } from './openPack.ts'

/** What Word puts on the clipboard for a heading, two lists and a table. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;font-family:"Calibri",sans-serif;color:red} @list l0:level1 {mso-level-number-format:bullet} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h2 style='margin-top:12.0pt;mso-outline-level:2'><span style='font-family:"Arial",sans-serif;color:#1F3864'>State of the quay<o:p></o:p></span></h2>
<p class=MsoNormal style='margin-bottom:8.0pt'><span style='font-size:11.0pt;color:red'>The wall was <b style='mso-bidi-font-weight:normal'>repaired</b> in&nbsp;March.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>new piles<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>a new fender<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>survey the bed<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>dredge the channel<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=300 style='width:225pt;background:#D9E2F3'><p class=MsoNormal><b>Berth<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Depth<o:p></o:p></b></p></td></tr>
<tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'><td><p class=MsoNormal>Second<o:p></o:p></p></td><td><p class=MsoNormal>deep<o:p></o:p></p></td></tr>
</table><!--EndFragment--></body></html>`

test('text pasted from Word comes as clean headings, lists and a table, without its styles', async ({
  page,
}) => {
  await newPack(page, 'Quay')
  await startAfresh(page, 'Paragraph')
  await paste(page, { 'text/html': word, 'text/plain': 'State of the quay' })
  const draft = draftText(page)
  await expect(draft.getByRole('heading', { level: 2 })).toHaveText('State of the quay')
  await expect(draft.locator('> p').first()).toHaveText('The wall was repaired in March.')
  await expect(draft.locator('strong').first()).toHaveText('repaired')
  await expect(draft.locator('ul > li')).toHaveText(['new piles', 'a new fender'])
  await expect(draft.locator('ol > li')).toHaveText(['survey the bed', 'dredge the channel'])
  await expect(draft.getByRole('columnheader')).toHaveText(['Berth', 'Depth'])
  await expect(draft.getByRole('cell')).toHaveText(['Second', 'deep'])
  await expect(
    draft.locator('[style*=color], [style*=mso], [style*=font], [class*=Mso], font, o\\:p'),
  ).toHaveCount(0)
  await expect(draft).not.toContainText('·')

  await expectSaved(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(draft).toHaveText('')
})

test('plain text is pasted as paragraphs', async ({ page }) => {
  await newPack(page, 'Quay')
  await startAfresh(page, 'Paragraph')
  await paste(page, { 'text/plain': 'The wall holds.\r\n\r\nThe <b>fender</b> does not.' })
  await expect(draftText(page).locator('p')).toHaveText(['The wall holds.', 'The <b>fender</b> does not.'])
})

/** Pastes as another program leaves it: the browser's own clipboard would clean the HTML on the way in. */
async function paste(page: Page, flavours: Record<string, string>): Promise<void> {
  await draftText(page).evaluate((element, flavours) => {
    const clipboardData = new DataTransfer()
    for (const [type, data] of Object.entries(flavours)) clipboardData.setData(type, data)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, flavours)
}
