import { type Document, inCaucus, type Process, type SideId } from '@jointly/board'
import { KEEPS_NOTHING, type Keep, type Keeper, type Keeping } from './keeper.ts'
import type { Opened } from './status.ts'

/** The table, or a side's caucus: the same board over another document. Here stands all that differs between them. */
export type Place = {
  readonly document: Extract<Document, { kind: 'joint' | 'caucus' }>
  readonly epoch: string
  /** On whose server a caucus lies, as it is said to whoever writes there; null at the table. */
  readonly host: string | null
  /** What this browser keeps of it. */
  readonly keepWith: (keeper: Keeper) => (copy: Parameters<Keeper['keep']>[0], what: Omit<Keep, 'kind'>) => Keeping
  /** The process as it holds there. */
  readonly holds: (process: Process) => Process
}

export const tableOf = ({ board, epochs }: Opened): Place => ({
  document: { kind: 'joint', board: board.id },
  epoch: epochs.joint,
  host: null,
  keepWith: keeper => (copy, what) => keeper.keep(copy, { kind: 'joint', ...what }),
  holds: process => process,
})

/** Nothing of a caucus is kept in the browser, so that its end takes nothing away either. */
export const caucusOf = ({ board }: Opened, of: { side: SideId; epoch: string; host: string }): Place => ({
  document: { kind: 'caucus', board: board.id, side: of.side },
  epoch: of.epoch,
  host: of.host,
  keepWith: () => () => KEEPS_NOTHING,
  holds: inCaucus,
})
