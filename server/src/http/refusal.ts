import type { MoveRefusal } from '@jointly/board'
import { PROBLEMS, type Problem, type ProblemCode } from '@jointly/protocol'

export type Code = ProblemCode | MoveRefusal

/** An expected "no", with the code that both ends know. It reaches the one error handler, which says it as a problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: Code
  readonly status: number
  readonly errors: Problem['errors']

  /** A refused move conflicts with how things stand, whoever made it: 409, as does every code that is a move's alone. */
  constructor(code: Code, { status, errors }: { status?: number; errors?: Problem['errors'] } = {}) {
    super(code)
    this.code = code
    this.status = status ?? (code in PROBLEMS ? PROBLEMS[code as ProblemCode] : 409)
    this.errors = errors
  }
}

/** Unwraps a value that may be a refusal. */
export const orRefuse = <T extends object | null>(value: T): Exclude<T, { readonly refused: Code }> => {
  if (value !== null && 'refused' in value) throw new Refusal(value.refused as Code)
  return value as Exclude<T, { readonly refused: Code }>
}

/** RFC 9457. `type` is a name, not an address: the product works on a closed network. */
export const problemOf = ({ code, status, errors }: Refusal): Problem => ({
  type: `urn:jointly:problem:${code}`,
  title: code.replaceAll('_', ' '),
  status,
  code,
  ...(errors && { errors }),
})
