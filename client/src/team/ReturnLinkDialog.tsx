import type { Member } from '@jointly/board'
import type { Reply, Team } from '@jointly/protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { useOnce } from '../ui/useOnce.ts'

type Props = { member: Member; self: boolean; team: Team; you: Member; onClose: () => void }

/**
 * A personal link back in, for oneself or (by a co-chair) for somebody of one's side. It is made on a press and not on
 * opening, because making one ends those made before.
 */
export const ReturnLinkDialog = ({ member, self, team, you, onClose }: Props) => {
  const { t, i18n } = useTranslation(['team', 'common'])
  const [link, setLink] = useState<Reply<'returnLink'> | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const named = { name: member.name }

  const [make, making] = useOnce(async () => {
    setFailed(null)
    try {
      setLink(await call('returnLink', { params: { id: team.id, mid: member.id }, as: you.id }))
    } catch (error) {
      setFailed(problemSentence(error))
    }
  })

  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  return (
    <Dialog
      title={self ? t('returnLink.title') : t('returnLink.titleOther', named)}
      onClose={onClose}
      actions={
        link === null ? (
          <>
            <Button onPress={onClose}>{t('common:cancel')}</Button>
            <Button variant="primary" isPending={making} onPress={make}>
              {t('returnLink.make')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        )
      }
    >
      <p>{self ? t('returnLink.text') : t('returnLink.textOther', named)}</p>
      <Banner>{self ? t('returnLink.warning') : t('returnLink.warningOther', named)}</Banner>
      {link !== null && (
        <div>
          <CopyField autoFocus label={t('returnLink.link', named)} value={link.url} />
          <p>{t('returnLink.good', { date: day.format(new Date(link.expiresAt)) })}</p>
        </div>
      )}
      {failed !== null && <Banner kind="bad">{failed}</Banner>}
    </Dialog>
  )
}
