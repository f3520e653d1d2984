import type { EndpointName, Reply } from '@jointly/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CallOptions, call, ProblemError } from './api.ts'

/** What a screen knows of an answer it asked for. A lost connection keeps the last reply: stale words beat no words. */
export type Answer<Name extends EndpointName> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly reply: Reply<Name>; readonly stale: ProblemError | null }
  | { readonly state: 'failed'; readonly error: ProblemError }

/**
 * How long to wait before asking again while the page is in sight, given the last answer and how often it was asked since
 * the page came into sight; null: not at all. A page that comes back into sight asks at once.
 */
export type Pace<Name extends EndpointName> = (answer: Answer<Name>, round: number) => number | null

/**
 * Asks for a reply, again when the question changes, on `reload`, and at the given pace. The question is compared by its
 * JSON, so callers may write it in place.
 */
export const useReply = <Name extends EndpointName>(
  name: Name,
  options: CallOptions<Name>,
  pace?: Pace<Name>,
): readonly [answer: Answer<Name>, reload: () => Promise<void>] => {
  const [answer, setAnswer] = useState<Answer<Name>>({ state: 'loading' })
  const latest = useRef<{ options: CallOptions<Name>; pace: Pace<Name> | undefined; answer: Answer<Name> }>({
    options,
    pace,
    answer,
  })
  latest.current = { options, pace, answer }
  const question = JSON.stringify(options)

  const ask = useCallback(
    async (signal?: AbortSignal): Promise<Answer<Name> | null> => {
      // Generic in the same way as `call`; the tuple of its options cannot be followed through both.
      const asking = call as (name: Name, options: object) => Promise<Reply<Name>>
      const next = await asking(name, { ...latest.current.options, signal }).then(
        (reply): Answer<Name> => ({ state: 'ready', reply, stale: null }),
        (error: unknown) => (signal?.aborted ? null : afterFailure(latest.current.answer, error)),
      )
      if (next === null || signal?.aborted) return null
      if (next instanceof Unexpected)
        setAnswer(() => {
          throw next.error
        })
      else setAnswer(next)
      return next instanceof Unexpected ? null : next
    },
    [name],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what decides when to ask anew.
  useEffect(() => {
    const life = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let round = 0
    const turn = async () => {
      clearTimeout(timer)
      const answer = await ask(life.signal)
      const waitMs = answer && latest.current.pace?.(answer, round++)
      if (typeof waitMs === 'number' && !document.hidden && !life.signal.aborted) timer = setTimeout(turn, waitMs)
    }
    const seen = () => {
      clearTimeout(timer)
      round = 0
      if (!document.hidden && latest.current.pace !== undefined) void turn()
    }
    setAnswer({ state: 'loading' })
    void turn()
    document.addEventListener('visibilitychange', seen)
    return () => {
      life.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [ask, question])

  const reload = useCallback(async () => void (await ask()), [ask])
  return [answer, reload]
}

/** What is no refusal and no lost connection is our own fault: it is thrown while rendering, where the error boundary is. */
class Unexpected {
  readonly error: unknown
  constructor(error: unknown) {
    this.error = error
  }
}

/** What passes: a lost connection, a busy or stumbling server. Everything else is a refusal that holds. */
const PASSING: ReadonlySet<string> = new Set(['offline', 'come_back', 'internal', 'too_many_requests', 'unreadable'])
export const isPassing = ({ code }: ProblemError): boolean => PASSING.has(code)

const afterFailure = <Name extends EndpointName>(before: Answer<Name>, error: unknown): Answer<Name> | Unexpected => {
  if (!(error instanceof ProblemError)) return new Unexpected(error)
  return before.state === 'ready' && isPassing(error) ? { ...before, stale: error } : { state: 'failed', error }
}
