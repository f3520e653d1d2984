import { notify } from './notices.ts'
import { problemSentence } from './problemSentence.ts'
import { useOnce } from './useOnce.ts'

/** Asks the server for something, one at a time; why it was not done is a notice. `after`: what follows in either case. */
export const useRequest = (
  ask: () => Promise<unknown>,
  after: () => Promise<void> = async () => {},
): readonly [run: () => Promise<void>, running: boolean] =>
  useOnce(async () => {
    try {
      await ask()
    } catch (error) {
      notify(problemSentence(error), { kind: 'bad' })
    }
    await after()
  })
