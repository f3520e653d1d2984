import i18next from 'i18next'
import { problems } from '../i18n/en/problems.ts'
import { ProblemError } from '../session/api.ts'

type Known = keyof typeof problems
const isKnown = (code: string): code is Known => Object.hasOwn(problems, code)

/** Why a request failed, as a sentence for the person; whatever is no `ProblemError` is our own fault and goes on up. */
export const problemSentence = (error: unknown): string => {
  if (!(error instanceof ProblemError)) throw error
  return i18next.t(`problems:${isKnown(error.code) ? error.code : 'internal'}`)
}
