import { useTranslation } from 'react-i18next'
import { useReadable } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useSurface } from './surfaceContext.ts'
import styles from './Whiteboard.module.css'

/** Says what the next press, or the arrows, will do. */
export const AimBar = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const aim = useReadable(surface.aim)
  const isFraming = useReadable(surface.tool) === 'frame'
  const is = aim?.is ?? (isFraming ? 'frame' : null)
  return is === null ? null : (
    <div className={styles.linkBar} data-over>
      <p role="status">{t(`aim.${is}`)}</p>
      <Button
        small
        onPress={() => {
          surface.aim.set(null)
          if (isFraming) surface.tool.set('select')
        }}
      >
        {t('aim.end')}
      </Button>
    </div>
  )
}
