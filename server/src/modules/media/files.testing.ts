import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Files as they come, good ones and bad ones, made here. */
export const samples = {
  async photo(): Promise<Buffer> {
    // Lies on its side and says so, and says what took it.
    return plain(1200, 800)
      .jpeg()
      .withMetadata({ orientation: 6, exif: { IFD0: { Make: 'Canary' } } })
      .toBuffer()
  },
  png: (): Promise<Buffer> => plain(300, 200).png().toBuffer(),
  sticker: (): Promise<Buffer> => plain(512, 512).webp().toBuffer(),
  /** A picture to whoever looks at its beginning, a page with a script to whoever looks further. */
  async polyglot(): Promise<Buffer> {
    return Buffer.concat([await plain(64, 64).jpeg().toBuffer(), Buffer.from('<html><script>alert(1)</script></html>')])
  },
  voice: (): Buffer =>
    Buffer.concat([
      oggPage(Buffer.from('OpusHead\u0001\u0001\u0000\u0000\u0080\u00bb\u0000\u0000\u0000\u0000\u0000', 'latin1')),
      Buffer.alloc(400),
    ]),
  pdf: (): Buffer => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  zip: (): Buffer => {
    const name = Buffer.from('run.exe')
    const head = Buffer.alloc(30)
    head.write('PK\u0003\u0004', 'latin1')
    head.writeUInt16LE(name.length, 26)
    return Buffer.concat([head, name, deflateSync(Buffer.from('MZ'))])
  },
  svg: (): Buffer => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  html: (): Buffer => Buffer.from('<!doctype html><title>Offer</title><script>alert(1)</script>'),
  empty: (): Buffer => Buffer.alloc(0),
}

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#b3475d' } })
}

function oggPage(packet: Buffer): Buffer {
  const head = Buffer.alloc(28)
  head.write('OggS')
  head.writeUInt8(2, 5)
  head.writeUInt8(1, 26)
  head.writeUInt8(packet.length, 27)
  return Buffer.concat([head, packet])
}
