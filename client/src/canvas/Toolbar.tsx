import { Lock, LockOpen } from 'lucide-react'
import { Toolbar as AriaToolbar, ToggleButton, ToggleButtonGroup, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { letterKeys } from '../commands/letterKeys.ts'
import { useBlock, useMe, useProcess, useReadable, useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { keysLabel } from '../ui/keys.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Toolbar.module.css'
import { TOOLS, type ToolId, toolsFor } from './tools.ts'

/** The tools that this person can use now, one of them in hand. */
export const Toolbar = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const session = useSession()
  const tool = useReadable(surface.tool)
  useBlock() // Which tools there are depends on it.
  return (
    <AriaToolbar className={classes(styles.toolbar)} aria-label={t('tools')} data-over>
      <ToggleButtonGroup
        className={classes(styles.group)}
        aria-label={t('tools')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[tool]}
        onSelectionChange={keys => {
          for (const key of keys) surface.tool.set(key as ToolId) // the keys are those given below
        }}
      >
        {toolsFor(session).map(id => (
          <Tool key={id} id={id} />
        ))}
      </ToggleButtonGroup>
      <LayoutLock />
    </AriaToolbar>
  )
}

const Tool = ({ id }: { id: ToolId }) => {
  const { t } = useTranslation('canvas')
  const { Icon, key } = TOOLS[id]
  return (
    <TooltipTrigger delay={400}>
      <ToggleButton id={id} className={classes(styles.tool)} aria-label={t(`tool.${id}`)}>
        <Icon aria-hidden="true" />
      </ToggleButton>
      <Tooltip className={classes(styles.tooltip)} offset={8}>
        {t(`tool.${id}`)} {letterKeys() && <kbd>{keysLabel(key)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** Whether things can be moved, for everyone to see; a facilitator changes it. */
const LayoutLock = () => {
  const { t } = useTranslation('canvas')
  const { locked } = useProcess()
  const me = useMe()
  const { take, isPending } = useMove()
  const Icon = locked ? Lock : LockOpen
  if (me.role !== 'facilitator')
    return locked && me.role !== 'observer' ? (
      <span className={styles.lock} title={t('lock.meaning')}>
        <Lock aria-hidden="true" />
        <span className="unseen">{t('lock.meaning')}</span>
      </span>
    ) : null
  return (
    <IconButton
      label={t(locked ? 'lock.unlock' : 'lock.lock')}
      isDisabled={isPending}
      onPress={() => take({ type: locked ? 'layout.unlock' : 'layout.lock' })}
    >
      <Icon aria-hidden="true" />
    </IconButton>
  )
}
