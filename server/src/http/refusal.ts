import type { MoveRefusal } from '@jointly/board'
import { PROBLEMS, type Problem, type ProblemCode } from '@jointly/protocol'

export type Code = ProblemCode | MoveRefusal

/** An expected "no", with the code that both ends know. It reaches the one error handler, which says it as a problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: Code
  readonly errors: Problem['errors']

  constructor(code: Code, errors?: Problem['errors']) {
    super(code)
    this.code = code
    this.errors = errors
  }
}

/** Unwraps a value that may be a refusal. */
export const orRefuse = <T extends object | null>(value: T): Exclude<T, { readonly refused: Code }> => {
  if (value !== null && 'refused' in value) throw new Refusal(value.refused as Code)
  return value as Exclude<T, { readonly refused: Code }>
}

/** A refused move is a conflict with how things stand: 409. */
const statusOf = (code: Code): number => (code in PROBLEMS ? PROBLEMS[code as ProblemCode] : 409)

/** RFC 9457. `type` is a name, not an address: the product works on a closed network. */
export const problemOf = (code: Code, errors?: Problem['errors']): Problem => ({
  type: `urn:jointly:problem:${code}`,
  title: code.replaceAll('_', ' '),
  status: statusOf(code),
  code,
  ...(errors && { errors }),
})
