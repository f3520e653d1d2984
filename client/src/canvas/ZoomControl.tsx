import { Maximize, Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePart } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { keysLabel } from '../ui/keys.ts'
import { lookAtAll, zoomBy, zoomTo } from './looking.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Toolbar.module.css'

export const ZoomControl = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const percent = usePart(surface.camera, ({ zoom }) => Math.round(zoom * 100))
  return (
    <fieldset className={styles.zoom} aria-label={t('zoom.label')}>
      <IconButton small label={t('zoom.out')} hint="−" onPress={() => zoomBy(surface, -1)}>
        <Minus aria-hidden="true" />
      </IconButton>
      <Button small variant="plain" aria-label={t('zoom.now', { percent })} onPress={() => zoomTo(surface, 1)}>
        <span className={styles.percent}>{percent} %</span>
      </Button>
      <IconButton small label={t('zoom.in')} hint="+" onPress={() => zoomBy(surface, 1)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton small label={t('zoom.all')} hint={keysLabel('Shift+1')} onPress={() => lookAtAll(surface)}>
        <Maximize aria-hidden="true" />
      </IconButton>
    </fieldset>
  )
}
