import { type BoardId, type Image, type ImageId, type MemberId, nameOnBoard } from '@jointly/board'
import { ENDPOINTS, MOST_FILE_BYTES } from '@jointly/protocol'
import { ProblemError, pathOf, problemIn } from './api.ts'
import type { Place } from './place.ts'

/** Whose pictures: a board's, seen by one of its people. */
export type At = { readonly board: BoardId; readonly as: MemberId }

/** Where a picture is added: whoever may read the document sees it. */
type To = At & { readonly document: Place['document'] }

/** Where the browser finds a picture. An image sets no header, so its address names who asks. */
export const pictureAddress = ({ board, as }: At, image: ImageId): string =>
  `${pathOf(ENDPOINTS.image.path, { id: board, image })}?as=${encodeURIComponent(as)}`

export type Upload = To & {
  readonly file: Blob
  /** How much of it has left, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Sends a picture as bytes. Throws a `ProblemError`, or the signal's own `AbortError`. By XMLHttpRequest: `fetch` does not
 * tell how much has left, and a photograph over the line of a school takes its time.
 */
export const sendPicture = ({ board, as, document, file, onProgress, signal }: Upload): Promise<Image> =>
  new Promise((resolve, reject) => {
    // What the server would refuse need not travel first.
    if (file.size > MOST_FILE_BYTES) return reject(new ProblemError({ code: 'too_big', ...TOO_BIG }))
    const request = new XMLHttpRequest()
    const offline = () => reject(new ProblemError({ code: 'offline' }))
    request.open('POST', `${pathOf(ENDPOINTS.addImage.path, { id: board })}?document=${nameOnBoard(document)}`)
    request.responseType = 'json'
    request.timeout = TIMEOUT_MS
    request.setRequestHeader('x-jointly-member', as)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total)
    request.onerror = offline
    request.ontimeout = offline
    request.onload = () => {
      const { status, response } = request
      if (status !== 201) return reject(new ProblemError(problemIn(response, status)))
      const reply = ENDPOINTS.addImage.reply.safeParse(response)
      if (reply.success) resolve(reply.data.image)
      else reject(new ProblemError({ code: 'unreadable' }))
    }
    request.onabort = () => reject(signal?.reason)
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })

/** Twelve megabytes over a bad line in a hall; what takes longer is not coming. */
const TIMEOUT_MS = 5 * 60_000
const TOO_BIG = { type: 'urn:jointly:problem:too_big', title: 'too big', status: 413 }

/** Brings a picture from one board to another, where this browser may read the one and write the other. */
export const carryPicture = async (image: Image, { from, to }: { from: At; to: To }): Promise<Image> => {
  const found = await fetch(pictureAddress(from, image.id)).catch(() => null)
  if (found === null) throw new ProblemError({ code: 'offline' })
  if (!found.ok) throw new ProblemError(problemIn(await found.json().catch(() => undefined), found.status))
  return sendPicture({ ...to, file: await found.blob() })
}
