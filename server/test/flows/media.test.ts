import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { assertAccessible, demoProgram, freshPage, memberPage } from '../../world/member-page.ts'

const browser = await openBrowser()
after(() => browser.close())

const photo = readFileSync(join(import.meta.dirname, '../../../fakes/meta/simulator/files/photo.jpg'))
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')

test('a customer’s photo, voice note and document are seen, heard and had; staff’s files reach the phone', async (t) => {
  const url = await demoProgram(t)
  const inbox = await memberPage(t, browser, url)
  const phone = await freshPage(t, browser)
  await phone.goto(`${url}/simulator`)
  await phone.getByRole('button', { name: 'Salon Rosa' }).click()
  for (const name of ['Photo', 'Voice note', 'Document']) {
    await phone.getByRole('button', { name: 'Send something else' }).click()
    await phone.getByRole('menuitem', { name }).click()
  }
  await phone.getByRole('img', { name: 'Photo' }).waitFor()

  await inbox.getByRole('link', { name: /^Ana Keller/ }).click()
  const thread = inbox.getByRole('list', { name: 'Messages' })
  const opener = thread.getByRole('button', { name: 'Open the photo' })
  await opener.waitFor()
  await loaded(inbox, 'Something like this?')

  // It opens large, and Escape leads back to where one was.
  await opener.click()
  const large = inbox.getByRole('dialog')
  await large.getByRole('img').waitFor()
  await inbox.keyboard.press('Escape')
  await large.waitFor({ state: 'detached' })
  assert.ok(await inbox.getByRole('region', { name: 'Conversation' }).isVisible(), 'the thread is still open')

  const voice = thread.getByRole('group', { name: 'Voice message' })
  await voice.getByRole('button', { name: 'Play' }).press('Enter')
  await voice.getByRole('button', { name: 'Pause' }).waitFor()
  const [download] = await Promise.all([
    inbox.waitForEvent('download'),
    thread.getByRole('link', { name: /voucher.pdf/ }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'voucher.pdf')
  await assertAccessible(inbox, 'a thread with files')

  await t.test('the paper clip takes several, refuses what is too large, and sends the others in order', async () => {
    await inbox.getByLabel('Files to send').setInputFiles([
      { name: 'cut.jpg', mimeType: 'image/jpeg', buffer: photo },
      { name: 'prices.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(7 * 1024 * 1024, 1) },
      { name: 'offer.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') },
    ])
    const tray = inbox.getByRole('list', { name: 'Files to send' })
    await tray.getByText('This picture is 7 MB; WhatsApp takes 5 MB.').waitFor()
    await tray.getByText('“offer.pdf” is not what its name says.').waitFor()
    await tray.getByLabel('Caption for cut.jpg').fill('Like this one')
    await assertAccessible(inbox, 'files to send')
    await inbox.getByRole('button', { name: 'Send', exact: true }).click()
    await tray.getByRole('button', { name: 'Remove huge.png' }).click()
    await tray.getByRole('button', { name: 'Remove offer.pdf' }).click()
    await tray.waitFor({ state: 'detached' })

    const theirs = phone.getByRole('article', { name: 'Salon Rosa' })
    await theirs.getByText('Like this one').waitFor()
    await theirs.getByRole('link', { name: /prices.pdf/ }).waitFor()
    await thread.getByRole('button', { name: 'Open the photo' }).nth(1).waitFor()
  })

  await t.test('files are dropped on the thread and pasted into it', async () => {
    await put(inbox, 'drop', { name: 'dropped.jpg', type: 'image/jpeg', bytes: photo })
    const tray = inbox.getByRole('list', { name: 'Files to send' })
    await tray.getByText('dropped.jpg').waitFor()
    await put(inbox, 'paste', { name: 'image.png', type: 'image/jpeg', bytes: photo })
    await tray.getByText('image.png').waitFor()
    await tray.getByRole('button', { name: 'Remove dropped.jpg' }).press('Enter')
    await tray.getByRole('button', { name: 'Remove image.png' }).press('Enter')
    await tray.waitFor({ state: 'detached' })
  })

  await t.test('a file WhatsApp no longer has says so, and is asked for again', async () => {
    await phone.getByRole('tab', { name: 'Faults' }).click()
    await phone.getByRole('button', { name: /Forget the next file/ }).click()
    await phone.getByRole('button', { name: 'Send something else' }).click()
    await phone.getByRole('menuitem', { name: 'Photo' }).click()
    await thread.getByText('The photo did not come').waitFor()
    await thread.getByRole('button', { name: 'Try again' }).click()
    await thread.getByRole('button', { name: 'Open the photo' }).nth(2).waitFor()

    // Arrows lead through the pictures of the thread.
    await opener.first().click()
    await large.getByRole('button', { name: 'Later picture' }).waitFor()
    await inbox.keyboard.press('ArrowRight')
    await large.getByRole('button', { name: 'Earlier picture' }).waitFor()
    await inbox.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })
  })
})

/** Waits until a picture has really come. */
async function loaded(page: Page, alt: string): Promise<void> {
  await page.waitForFunction((name) => {
    const image = document.querySelector<HTMLImageElement>(`img[alt="${name}"]`)
    return image?.complete && image.naturalWidth > 0
  }, alt)
}

/** Drops a file on the thread, or pastes it into the box, as a browser tells of it. */
async function put(
  page: Page,
  how: 'drop' | 'paste',
  file: { name: string; type: string; bytes: Buffer },
): Promise<void> {
  const wish = { how, name: file.name, type: file.type, base64: file.bytes.toString('base64') }
  await page.evaluate(({ how, name, type, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], name, { type }))
    const target = document.querySelector(how === 'drop' ? '[aria-label=Messages]' : 'textarea[aria-label=Message]')
    const event =
      how === 'drop'
        ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer })
        : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer })
    target?.dispatchEvent(event)
  }, wish)
}
