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
  return aim === null ? null : (
    <div className={styles.linkBar} data-over>
      <p role="status">{t(`aim.${aim.is}`)}</p>
      <Button small onPress={() => surface.aim.set(null)}>
        {t('aim.end')}
      </Button>
    </div>
  )
}
