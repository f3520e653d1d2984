import type { Side } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { useSeatWords } from '../ui/seatWords.ts'
import styles from './MadeLink.module.css'

type Props = { invitation: Reply<'invite'>['invitation']; sides: readonly Side[]; onAgain: () => void }

/** The link, this once: the server keeps only its hash. */
export const MadeLink = ({ invitation, sides, onAgain }: Props) => {
  const { t } = useTranslation('team')
  const seat = useSeatWords()
  const words = seat(invitation.role, sides.find(side => side.id === invitation.side) ?? null)
  return (
    <div className={styles.made}>
      <Banner kind="good">{t('invitation.made')}</Banner>
      <CopyField
        autoFocus
        label={t('invitation.link', { seat: invitation.name === null ? words : `${invitation.name}, ${words}` })}
        value={invitation.url}
      />
      <div>
        <Button onPress={onAgain}>{t('invitation.again')}</Button>
      </div>
    </div>
  )
}
