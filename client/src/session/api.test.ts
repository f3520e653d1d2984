import { BoardId, MemberId, TeamId } from '@jointly/board'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { call, ProblemError, pathOf } from './api.ts'

const ANA = MemberId.parse('ana')
const answer = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body === null ? null : JSON.stringify(body), { status })),
  )
const failure = async (promise: Promise<unknown>) => {
  const error = await promise.catch((thrown: unknown) => thrown)
  if (!(error instanceof ProblemError)) throw new Error('expected a ProblemError')
  return error
}

afterEach(() => vi.unstubAllGlobals())

describe('call', () => {
  it('puts parameters into the path, safely', () => {
    expect(pathOf('/api/teams/:id/members/:mid', { id: 'a/b', mid: 'c?d' })).toBe('/api/teams/a%2Fb/members/c%3Fd')
  })

  it('sends method, body and the acting member', async () => {
    answer(204, null)
    await call('removeMember', { params: { id: TeamId.parse('t'), mid: ANA }, as: ANA })
    expect(fetch).toHaveBeenCalledWith(
      '/api/teams/t/members/ana',
      expect.objectContaining({ method: 'DELETE', headers: expect.objectContaining({ 'x-jointly-member': 'ana' }) }),
    )
  })

  it('leaves out what was not asked in a query', async () => {
    answer(200, { rows: [], last: 0 })
    await call('history', { params: { id: BoardId.parse('b') }, query: { after: 5 } })
    expect(fetch).toHaveBeenCalledWith('/api/boards/b/history?after=5', expect.anything())
  })

  it("passes on the server's reason", async () => {
    answer(410, { type: 'about:blank', title: 'Gone', status: 410, code: 'invitation_expired' })
    expect((await failure(call('invitation', { params: { code: 'x' } }))).code).toBe('invitation_expired')
  })

  it('says offline when nothing answers, and when only a proxy does', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
    expect((await failure(call('me'))).code).toBe('offline')
    answer(502, '<html>')
    expect((await failure(call('me'))).code).toBe('offline')
  })

  it('does not trust an answer of another shape', async () => {
    answer(200, { memberships: 'none' })
    expect((await failure(call('me'))).code).toBe('unreadable')
  })

  it('lets go of a call that was given up', async () => {
    vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
      signal.throwIfAborted()
    })
    const gone = new AbortController()
    gone.abort()
    await expect(call('me', { signal: gone.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })
})
