import { DoorClosed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { useMyCaucus } from './mine.ts'

/** The way into one's own side's room, which is always there. */
export const CaucusLink = () => {
  const { t } = useTranslation('board')
  const mine = useMyCaucus()
  const { place } = useSession()
  return mine === null || place.document.kind === 'caucus' ? null : (
    <ButtonLink href={mine.href}>
      <DoorClosed aria-hidden="true" />
      {t('caucus.ours')}
    </ButtonLink>
  )
}
