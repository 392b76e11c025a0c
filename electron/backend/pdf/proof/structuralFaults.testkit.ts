import { documentFaults } from './documentFaults.testkit.ts'
import { fontFaults } from './fontFaults.testkit.ts'
import { linkFaults } from './linkFaults.testkit.ts'
import { readContent } from './pageContent.testkit.ts'
import type { PdfFile } from './pdfFile.testkit.ts'
import { shapeFaults } from './shapeFaults.testkit.ts'
import { structureElements } from './structureTree.testkit.ts'
import { treeFaults } from './treeFaults.testkit.ts'

/**
 * Every fault of a pack's PDF that a machine can find without veraPDF, each with the rule it breaks: a clause and test
 * of veraPDF's PDF/UA-1 profile, "PDF/A", or a clause of ISO 32000-1. See CONVENTIONS 3.3.
 */
export function structuralFaults(pdf: PdfFile): string[] {
  const elements = structureElements(pdf)
  const read = pdf.pages.map(({ ref, dict }) => [ref, readContent(pdf, dict)] as const)
  const contents = new Map(read.map(([ref, { marked }]) => [ref, marked]))
  return [
    ...documentFaults(pdf),
    ...read.flatMap(([ref, { faults }]) => faults.map(fault => `page ${ref}: ${fault} (7.1-3)`)),
    ...treeFaults(pdf, elements, contents),
    ...shapeFaults(pdf, elements),
    ...linkFaults(pdf, elements),
    ...fontFaults(pdf, contents.values()),
  ]
}
