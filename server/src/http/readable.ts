import { type BoardId, documentName, parseDocument } from '@jointly/board'
import type { Response } from 'express'
import type { Credentials, Door } from '../people/door.ts'
import { orRefuse, Refusal } from './refusal.ts'

type AskedOfDocument = {
  readonly params: { readonly id: BoardId }
  readonly query: { readonly document: string }
  readonly credentials: Credentials
  readonly http: { readonly response: Response }
}

/** `joint`, `minutes` or `caucus:<side>` of a board, where the asker may read it. What is done in a caucus is not told. */
export const readableBy =
  (door: Door) =>
  async ({ params, query, credentials, http }: AskedOfDocument) => {
    const [kind, ...rest] = query.document.split(':')
    const document = parseDocument([kind, params.id, ...rest].join(':'))
    if (document === null) throw new Refusal('no_such')
    const at = orRefuse(await door.atDocument(credentials, document))
    if (document.kind === 'caucus') http.response.locals.isOfCaucus = true
    return { ...at, document, name: documentName(document) }
  }
