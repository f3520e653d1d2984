import { type Document, documentName, MemberId, parseDocument } from '@jointly/board'

/** What may lie in a browser's storage. A caucus or a draft never does, and does not compile as one of these. */
export type Keepable = Extract<Document, { kind: 'joint' | 'minutes' }>

/**
 * Whose copy of what. Under a document's name alone, a second member of the same browser read the first one's copy; and
 * what a document was before it began anew must not flow into what it is.
 */
export type CopyName = { readonly member: MemberId; readonly document: Keepable; readonly epoch: string }

/** `<member>:<document>:<epoch>`: the name of the database that holds the copy. */
export const copyName = ({ member, document, epoch }: CopyName): string =>
  `${member}:${documentName(document)}:${epoch}`

/** What a database's name says, or null where it is none of ours. */
export const parseCopyName = (name: string): CopyName | null => {
  const [whose = '', kind, board, epoch = '', ...rest] = name.split(':')
  const member = MemberId.safeParse(whose)
  const document = parseDocument(`${kind}:${board}`)
  if (!member.success || document === null || !isKeepable(document) || rest.length > 0) return null
  return /^[0-9a-f]{16}$/.test(epoch) ? { member: member.data, document, epoch } : null
}

const isKeepable = (document: Document): document is Keepable =>
  document.kind === 'joint' || document.kind === 'minutes'
