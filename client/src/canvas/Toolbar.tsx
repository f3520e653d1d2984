import { Check, Ellipsis, ImagePlus, Lock, LockOpen, Pin, PinOff } from 'lucide-react'
import { useRef } from 'react'
import { Toolbar as AriaToolbar, ToggleButton, ToggleButtonGroup, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { letterKeys } from '../commands/letterKeys.ts'
import { useBlock, useMe, useProcess, useReadable, useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { keysLabel } from '../ui/keys.ts'
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { choosePictures } from './paste.ts'
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
  // What is in hand is seen in the row, wherever it was taken from, and stays there: a second press finds the row as it was.
  const recent = useRef<ToolId | null>(null)
  if (TOOLS[tool].isMore) recent.current = tool
  const tools = toolsFor(session)
  const inRow = tools.filter(id => !TOOLS[id].isMore || id === recent.current)
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
        {inRow.map(id => (
          <Tool key={id} id={id} />
        ))}
      </ToggleButtonGroup>
      <AddPicture />
      <More tools={tools.filter(id => TOOLS[id].isMore)} />
      <LayoutLock />
    </AriaToolbar>
  )
}

const Tool = ({ id }: { id: ToolId }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const keeps = useReadable(surface.keepsTool)
  const isInHand = useReadable(surface.tool) === id
  const { Icon, keys, stays } = TOOLS[id]
  const isKept = keeps && isInHand && stays !== true
  return (
    <TooltipTrigger delay={400}>
      <ToggleButton
        id={id}
        className={classes(styles.tool)}
        aria-label={isKept ? t('keptTool', { tool: t(`tool.${id}`) }) : t(`tool.${id}`)}
        ref={button => {
          if (button !== null) button.ondblclick = () => surface.keepsTool.set(stays !== true)
        }}
      >
        <Icon aria-hidden="true" />
        {isKept && <Pin className={styles.pin} aria-hidden="true" />}
      </ToggleButton>
      <Tooltip className={classes(styles.tooltip)} offset={8}>
        {t(`tool.${id}`)} {letterKeys.get() && <kbd>{keysLabel(keys[0])}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** What nobody needs in a first session, and whether a tool stays in hand after one object. */
const More = ({ tools }: { tools: readonly ToolId[] }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const tool = useReadable(surface.tool)
  const keeps = useReadable(surface.keepsTool)
  const isBlocked = useBlock() !== null
  const Keep = keeps ? PinOff : Pin
  return (
    <Menu
      label={t('more')}
      placement="top end"
      trigger={
        <IconButton label={t('more')}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      {tools.map(id => {
        const Icon = id === tool ? Check : TOOLS[id].Icon
        return (
          <MenuItem
            key={id}
            label={t(`tool.${id}`)}
            icon={<Icon aria-hidden="true" />}
            {...(letterKeys.get() && { hint: keysLabel(TOOLS[id].keys[0]) })}
            onAction={() => surface.tool.set(id)}
          />
        )
      })}
      {!isBlocked && (
        <>
          <MenuLine />
          <MenuItem
            label={t(keeps ? 'keepTool.off' : 'keepTool.on')}
            icon={<Keep aria-hidden="true" />}
            onAction={() => surface.keepsTool.set(!keeps)}
          />
        </>
      )}
    </Menu>
  )
}

/** No tool that one holds: it asks for a file at once. */
const AddPicture = () => {
  const { t } = useTranslation('cards')
  const surface = useSurface()
  return useBlock() !== null ? null : (
    <IconButton label={t('picture.add')} onPress={() => void choosePictures(surface)}>
      <ImagePlus aria-hidden="true" />
    </IconButton>
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
