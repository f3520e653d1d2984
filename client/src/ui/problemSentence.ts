import { useTranslation } from 'react-i18next'
import { problems } from '../i18n/en/problems.ts'
import { ProblemError } from '../session/api.ts'

type Known = keyof typeof problems
const isKnown = (code: string): code is Known => Object.hasOwn(problems, code)

/** Why something failed, as a sentence for the person; whatever is not a `ProblemError` is our own fault and goes on up. */
export const useProblemSentence = (): ((error: unknown) => string) => {
  const { t } = useTranslation('problems')
  return error => {
    if (!(error instanceof ProblemError)) throw error
    return t(isKnown(error.code) ? error.code : 'internal')
  }
}
