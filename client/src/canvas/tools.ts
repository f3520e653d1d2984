import { Hand, type LucideIcon, MousePointer2, Spline, StickyNote, Type } from 'lucide-react'
import type { BoardSession } from '../session/board-session.ts'

export type ToolId = 'select' | 'hand' | 'card' | 'text' | 'connect'

type ToolRow = {
  readonly key: string
  readonly Icon: LucideIcon
  /** Only for whoever may write now; nobody sees a tool that would refuse. */
  readonly writes: boolean
  readonly cursor: string
}

/** The tools, in the order of the toolbar: read by it, by the keyboard and by the key sheet. */
export const TOOLS = {
  select: { key: 'v', Icon: MousePointer2, writes: false, cursor: 'default' },
  hand: { key: 'h', Icon: Hand, writes: false, cursor: 'grab' },
  card: { key: 'n', Icon: StickyNote, writes: true, cursor: 'copy' },
  text: { key: 't', Icon: Type, writes: true, cursor: 'text' },
  connect: { key: 'a', Icon: Spline, writes: true, cursor: 'crosshair' },
} as const satisfies Record<ToolId, ToolRow>

export const toolsFor = (session: BoardSession): readonly ToolId[] => {
  const blocked = session.block.get() !== null
  return (Object.keys(TOOLS) as ToolId[]).filter(id => !TOOLS[id].writes || !blocked)
}
