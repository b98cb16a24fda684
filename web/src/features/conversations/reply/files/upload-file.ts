import { inWorkspace, Refused } from '../../../../lib/api.ts'
import type { MediaFile, Problem } from '../../../../lib/api-types.ts'

interface UploadWish {
  slug: string
  file: File
  /** Makes asking again harmless. */
  key: string
  signal: AbortSignal
  /** From 0 to 1. */
  onProgress: (share: number) => void
}

/** Uploads a file and tells how far it got, which fetch can't. Throws Refused. */
export function uploadFile({ slug, file, key, signal, onProgress }: UploadWish): Promise<MediaFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${inWorkspace(slug, '/media')}`)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', key)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      if (request.status === 201) resolve(request.response as MediaFile)
      else reject(refusalIn(request.status, request.response))
    }
    request.onerror = () => reject(refusalIn(0, null))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
}

function refusalIn(status: number, problem: Problem | null): Refused {
  const unknown = {
    ...{ type: 'about:blank', title: 'Upload failed', code: 'unreachable' },
    detail: 'The upload broke off. Check the connection and try again.',
  }
  return new Refused({ ...unknown, ...problem, status })
}
