import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CustomerFile } from '../types.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, 'files', name))

/** A picture of a shelf, taken at the salon. */
export const photo = (): CustomerFile => ({
  bytes: read('photo.jpg'),
  type: 'image/jpeg',
  caption: 'Something like this?',
})

/** Four seconds of humming. */
export const voiceNote = (): CustomerFile => ({ bytes: read('voice.ogg'), type: 'audio/ogg; codecs=opus', voice: true })

export const voucher = (): CustomerFile => ({
  bytes: onePage('Voucher: one cut and blow-dry, Salon Rosa'),
  type: 'application/pdf',
  name: 'voucher.pdf',
})

/** A PDF of one page with one line on it. */
function onePage(line: string): Buffer {
  const drawing = `BT /F1 18 Tf 40 90 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 480 180] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${text}${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}
