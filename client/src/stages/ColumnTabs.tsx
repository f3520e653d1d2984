import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { SideMark } from '../ui/SideMark.tsx'
import styles from './InterestsStage.module.css'
import { type Column, ColumnView, sidesOf } from './InterestsStage.tsx'

/** One column at a time, one's own first in sight. */
export const ColumnTabs = ({ columns }: { columns: readonly Column[] }) => {
  const { t } = useTranslation('stages')
  const me = useMe()
  const own = columns.find(column => column.is === 'side' && column.side !== null && column.side.id === me.side)
  return (
    <Tabs className={classes(styles.tabs)} defaultSelectedKey={own?.id ?? columns[0]?.id ?? ''}>
      <TabList className={classes(styles.tabList)} aria-label={t('interests.columns')}>
        {columns.map(column => (
          <Tab key={column.id} id={column.id} className={classes(styles.tab)}>
            <ColumnMarks column={column} />
            <span className={styles.tabName}>
              {column.is === 'mutual' ? t('interests.mutual') : (column.side?.name ?? t('interests.noSide'))}
            </span>{' '}
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

const ColumnMarks = ({ column }: { column: Column }) => (
  <span className={styles.marks}>
    {sidesOf(column).map(side => (
      <SideMark key={side?.id ?? 'none'} side={side} size={20} decorative />
    ))}
  </span>
)
