import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '#lib/refusal'
import { storableText } from '#lib/storable-text'
import type { Upload } from '#media'

/** What is uploaded: the file of a form, or the body itself, with the name and the type it comes under. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const body = request.body as Readable | undefined
  if (!body) throw new Refusal('no_file', 422, 'There is no file in this request.')
  const type = request.headers['content-type'] ?? null
  if (type === null || !/^multipart\/form-data\b/i.test(type)) {
    const { name } = request.query as { name?: string }
    return { bytes: piecesOf(body), name: name === undefined ? null : storableText(name), type }
  }
  return fileOf(body, type)
}

/** The first file of a form. What comes after it is not read. */
function fileOf(body: Readable, contentType: string): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const form = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fields: 20, fieldSize: 10_000, headerPairs: 50 },
    })
    form.on('file', (_field, stream, name, _encoding, type) => {
      body.once('error', (error) => stream.destroy(error))
      form.once('error', (error) => stream.destroy(error as Error))
      resolve({ bytes: piecesOf(stream), name: name === undefined ? null : storableText(name), type: type || null })
    })
    form.once('finish', () => reject(new Refusal('no_file', 422, 'There is no file in this form.')))
    form.once('error', () => reject(new Refusal('bad_form', 400, 'This form can’t be read.')))
    body.once('error', reject)
    body.pipe(form)
  })
}

/** Who stops reading must not take the connection down: there is an answer to come. */
function piecesOf(stream: Readable): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) }
}
