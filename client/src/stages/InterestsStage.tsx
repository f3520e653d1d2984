import { type CardView, type Process, type Side, standingOf } from '@jointly/board'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCards, useMe, useProcess } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { useNarrow } from '../ui/useNarrow.ts'
import { isInterest } from './cardFilters.ts'
import styles from './InterestsStage.module.css'
import { MutualColumn } from './MutualColumn.tsx'
import { SideColumn } from './SideColumn.tsx'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'

/** A column per side, the mutual ones between two and after more; on a phone one column at a time. */
export const InterestsStage = ({ actions }: StageViewProps) => {
  const isNarrow = useNarrow()
  const columns = columnsOf(useProcess(), useCards(isInterest))
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
export const columnsOf = (process: Process, interests: readonly CardView[]): Column[] => {
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
    cards: interests.filter(card => standingOf(card, process).mutual),
  }
  const none = ofSide(null)
  const columns = sides.length === 2 ? sides.toSpliced(1, 0, mutual) : [...sides, mutual]
  return none.cards.length === 0 ? columns : [...columns, none]
}

const ColumnView = ({ column }: { column: Column }) =>
  column.is === 'mutual' ? (
    <MutualColumn cards={column.cards} sides={column.sides} />
  ) : (
    <SideColumn cards={column.cards} side={column.side} />
  )

/** One column at a time, one's own first in sight. */
const ColumnTabs = ({ columns }: { columns: readonly Column[] }) => {
  const { t } = useTranslation('stages')
  const me = useMe()
  const own = columns.find(column => column.is === 'side' && column.side !== null && column.side.id === me.side)
  return (
    <Tabs className={classes(styles.tabs)} defaultSelectedKey={own?.id ?? columns[0]?.id ?? ''}>
      <TabList className={classes(styles.tabList)} aria-label={t('interests.columns')}>
        {columns.map(column => (
          <Tab key={column.id} id={column.id} className={classes(styles.tab)}>
            <ColumnMarks column={column} />
            {column.is === 'mutual' ? t('interests.mutual') : (column.side?.name ?? t('interests.noSide'))}{' '}
            {column.cards.length}
          </Tab>
        ))}
      </TabList>
      {columns.map(column => (
        <TabPanel key={column.id} id={column.id} className={classes(styles.panel)}>
          <ColumnView column={column} />
        </TabPanel>
      ))}
    </Tabs>
  )
}

export const ColumnMarks = ({ column }: { column: Column }) => (
  <span className={styles.marks}>
    {(column.is === 'mutual' ? column.sides : [column.side]).map(side => (
      <SideMark key={side?.id ?? 'none'} side={side} size={20} decorative />
    ))}
  </span>
)
