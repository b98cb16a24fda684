import type { Page } from 'playwright-core'

/** Fills with all that the content security policy keeps the page from, here and wherever it goes next. */
export async function violationsOn(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (violation: string) => violations.push(violation))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      const note = (globalThis as unknown as { noteViolation(violation: string): void }).noteViolation
      note(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`)
    }),
  )
  return violations
}
