import { INK_COLOURS, type InkColour } from '@jointly/board'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../cards/author.ts'
import { useMe, useProcess, useReadable } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Toolbar.module.css'

const INK: Readonly<Record<InkColour, string>> = {
  side: 'var(--side)',
  ink: 'var(--ink)',
  red: 'var(--bad)',
  green: 'var(--good)',
}

/** The colours of the pen, as long as it is in hand. */
export const InkBar = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const me = useMe()
  const process = useProcess()
  const tool = useReadable(surface.tool)
  const colour = useReadable(surface.colour)
  if (tool !== 'pen') return null
  return (
    <ToggleButtonGroup
      className={classes(styles.toolbar, styles.inkBar)}
      style={sideStyle(sideOf(process, me.side))}
      aria-label={t('ink.colours')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[colour]}
      onSelectionChange={keys => {
        for (const key of keys) surface.colour.set(key as InkColour) // the keys are those given below
      }}
      data-over
    >
      {INK_COLOURS.map(one => (
        <ToggleButton key={one} id={one} className={classes(styles.ink)}>
          <span className={styles.swatch} style={{ background: INK[one] }} />
          {t(one === 'side' && me.side === null ? 'ink.neutral' : `ink.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
