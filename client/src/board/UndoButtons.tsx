import { Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Screen } from '../commands/command.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { keysLabel } from '../ui/keys.ts'

/** Takes back one's own acts, and does them again; one order over the whole board. */
export const UndoButtons = ({ screen }: { screen: Screen }) => {
  const { t } = useTranslation('board')
  return (
    <>
      <IconButton label={t('undo')} hint={keysLabel('Ctrl+Z')} isDisabled={!screen.canUndo} onPress={screen.undo}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={t('redo')} hint={keysLabel('Ctrl+Shift+Z')} isDisabled={!screen.canRedo} onPress={screen.redo}>
        <Redo2 aria-hidden="true" />
      </IconButton>
    </>
  )
}
