import { isEdited, latestVersion, writtenNow } from '@jointly/board'
import { useBoard, useProcess } from '../session/hooks.ts'

/** A text of the agreement: a version that was proposed, or what lies on the table (null). */
export type Told = { readonly version: number | null; readonly text: string }

/** Every text that can be compared, the oldest first: the versions, and the table where it has become another since the last. */
export const useTexts = (): readonly Told[] => {
  const process = useProcess()
  const board = useBoard()
  const latest = latestVersion(process)
  const onTheTable = { version: null, text: writtenNow(board.agreement).text }
  return [...process.agreement, ...(latest === null || isEdited(latest, board) ? [onTheTable] : [])]
}
