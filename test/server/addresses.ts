import { ENDPOINTS, type EndpointName } from '@jointly/protocol'

/** What stands for the ids of an address: `team` and `board` for its `:id`, and `none` for what is not named. */
export type Ids = { readonly team: string; readonly board: string } & Readonly<Record<string, string>>

/** The addresses of an endpoint, its ids filled in; of one that is asked for a document, an address for each of these. */
export const addressesOf = (
  name: EndpointName,
  { ids, documents }: { ids: Ids; documents: readonly string[] },
): string[] => {
  // Over the whole table TypeScript sees only what all rows have.
  const { path, query } = ENDPOINTS[name] as { path: string; query?: { shape: object } }
  const filled = path.replace(/:(\w+)/g, (_, key: string) =>
    key === 'id' ? ids[path.startsWith('/api/teams') ? 'team' : 'board'] : (ids[key] ?? 'none'),
  )
  const isOfDocument = query !== undefined && 'document' in query.shape
  return isOfDocument ? documents.map(document => `${filled}?document=${document}`) : [`${filled}?of=agreement`]
}
