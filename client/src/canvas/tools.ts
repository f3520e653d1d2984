import {
  Eraser,
  Frame,
  Hand,
  type LucideIcon,
  MousePointer2,
  Pencil,
  Spline,
  StickyNote,
  Type,
  Wand,
} from 'lucide-react'
import type { BoardSession } from '../session/board-session.ts'
import type { Surface } from './surface.ts'

export type ToolId = 'select' | 'hand' | 'card' | 'connect' | 'frame' | 'pen' | 'text' | 'eraser' | 'laser'

type ToolRow = {
  /** Any of these takes it in hand; the first is the one that is shown. */
  readonly keys: readonly [string, ...string[]]
  readonly Icon: LucideIcon
  /** Only for whoever may write now; nobody sees a tool that would refuse. */
  readonly writes: boolean
  readonly cursor: string
  /** Nobody needs it in a first session: it stands behind "more". */
  readonly isMore?: true
  /** Stays in hand until another is taken; the others make one object. */
  readonly stays?: true
  /** Begins with the press, not with a drag, and under one finger too. */
  readonly draws?: true
}

/** The tools, in the order of the toolbar: read by it, by the keyboard and by the key sheet. */
export const TOOLS: Readonly<Record<ToolId, ToolRow>> = {
  select: { keys: ['v'], Icon: MousePointer2, writes: false, cursor: 'default', stays: true },
  hand: { keys: ['h'], Icon: Hand, writes: false, cursor: 'grab', stays: true },
  card: { keys: ['n'], Icon: StickyNote, writes: true, cursor: 'copy' },
  connect: { keys: ['a'], Icon: Spline, writes: true, cursor: 'crosshair' },
  frame: { keys: ['f'], Icon: Frame, writes: true, cursor: 'crosshair' },
  pen: { keys: ['p', 'd'], Icon: Pencil, writes: true, cursor: 'crosshair', stays: true, draws: true },
  text: { keys: ['t'], Icon: Type, writes: true, cursor: 'text', isMore: true },
  eraser: { keys: ['e'], Icon: Eraser, writes: true, cursor: 'cell', isMore: true, stays: true, draws: true },
  laser: { keys: ['k'], Icon: Wand, writes: false, cursor: 'crosshair', isMore: true, stays: true, draws: true },
}

/** Tools that a finger uses on the board; with the others one finger moves the picture. */
export const usesFinger = (tool: ToolId): boolean =>
  TOOLS[tool].draws === true || tool === 'frame' || tool === 'connect'

export const toolsFor = (session: BoardSession): readonly ToolId[] => {
  const blocked = session.block.get() !== null
  return (Object.keys(TOOLS) as ToolId[]).filter(id => !TOOLS[id].writes || !blocked)
}

/** An object was made: back to select, unless the tool is to stay in hand. */
export const toolDone = ({ tool, keepsTool }: Surface): void => {
  if (!keepsTool.get() && TOOLS[tool.get()].stays !== true) tool.set('select')
}
