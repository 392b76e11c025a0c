import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Fails unless axe finds nothing against WCAG 2.2 A and AA and its own best practices on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // The app has no frames. The other mode opens a second window, which Electron does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(standards).analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(node => `${node.target.join(' ')}: ${node.failureSummary}`),
  }))
  expect(found, 'accessible').toEqual([])
}
