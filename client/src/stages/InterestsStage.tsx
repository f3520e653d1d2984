import { type CardView, isMutual, type Process, type Side } from '@jointly/board'
import { lazy, memo } from 'react'
import { sameItems, useCards, useProcess, useSession } from '../session/hooks.ts'
import { useNarrow } from '../ui/useNarrow.ts'
import { isInterest } from './cardFilters.ts'
import styles from './InterestsStage.module.css'
import { MutualColumn } from './MutualColumn.tsx'
import { SideColumn } from './SideColumn.tsx'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'

/** Only phones need it. */
const ColumnTabs = lazy(async () => ({ default: (await import('./ColumnTabs.tsx')).ColumnTabs }))

/** A column per side, the mutual ones between two and after more; on a phone one column at a time. */
export const InterestsStage = ({ actions }: StageViewProps) => {
  const isNarrow = useNarrow()
  const { document } = useSession().place
  const all = columnsOf(useProcess(), useCards(isInterest))
  // A caucus is one side's: what the others hold, and what is mutual, stands on the table.
  const columns = document.kind === 'joint' ? all : all.filter(({ id }) => id === document.side)
  return (
    <StageFrame stage="interests" actions={actions}>
      {isNarrow ? (
        <ColumnTabs columns={columns} />
      ) : (
        <div className={styles.columns}>
          {columns.map(column => (
            <ColumnView key={column.id} column={column} />
          ))}
        </div>
      )}
    </StageFrame>
  )
}

export type Column = { readonly id: string; readonly cards: readonly CardView[] } & (
  | { readonly is: 'side'; readonly side: Side | null }
  | { readonly is: 'mutual'; readonly sides: readonly Side[] }
)

/** Which columns stand in which order. Interests without a side have one only if there are any. */
const columnsOf = (process: Process, interests: readonly CardView[]): Column[] => {
  const ofSide = (side: Side | null): Column => ({
    is: 'side',
    id: side?.id ?? 'none',
    side,
    cards: interests.filter(card => card.side === (side?.id ?? null)),
  })
  const sides = process.sides.map(ofSide)
  const mutual: Column = {
    is: 'mutual',
    id: 'mutual',
    sides: process.sides.filter(side => side.decides),
    cards: interests.filter(card => isMutual(card, process)),
  }
  const none = ofSide(null)
  const columns = sides.length === 2 ? sides.toSpliced(1, 0, mutual) : [...sides, mutual]
  return none.cards.length === 0 ? columns : [...columns, none]
}

type ColumnProps = { readonly column: Column }

const sameColumn = ({ column: a }: ColumnProps, { column: b }: ColumnProps): boolean =>
  a.id === b.id && sameItems(a.cards, b.cards) && sameItems(sidesOf(a), sidesOf(b))

export const sidesOf = (column: Column): readonly (Side | null)[] =>
  column.is === 'mutual' ? column.sides : [column.side]

/** What is written in one column does not draw the others again. */
export const ColumnView = memo(
  ({ column }: ColumnProps) =>
    column.is === 'mutual' ? (
      <MutualColumn cards={column.cards} sides={column.sides} />
    ) : (
      <SideColumn cards={column.cards} side={column.side} />
    ),
  sameColumn,
)
