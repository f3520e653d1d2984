import type { CardView, MemberId } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useIsNew, useMe, useProcess, useReworders, useWriters } from '../session/hooks.ts'
import { listed } from '../ui/listed.ts'
import { RoleTag } from '../ui/RoleTag.tsx'
import { authorOf, namesOfMembers } from './author.ts'
import styles from './CardTag.module.css'
import { useWritersText } from './writersText.ts'

/** Who says it, and what is to be known about how it came here. */
export const CardTag = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('cards')
  const process = useProcess()
  const me = useMe()
  const author = authorOf(card, process, me)
  const writers = useWriters(card.id)
  const writersText = useWritersText()
  const isNew = useIsNew(card.id)
  const names = (ids: readonly MemberId[]) => listed(namesOfMembers(ids, process, me, t('unknownAuthor')))
  const reworders = useReworders(card.id)
  const late = process.late.get(card.id)
  const notes = [
    card.spokenBy !== undefined && t('spokenBy', { name: names([card.spokenBy]) }),
    reworders.length > 0 && t('rewordedBy', { names: names(reworders) }),
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <span className={styles.tag}>
      <RoleTag
        name={author.system ? t('fromTheCase') : (author.name ?? t('unknownAuthor'))}
        side={author.side}
        role={author.role}
        system={author.system}
        {...(notes !== '' && { note: notes })}
      />
      {card.basis !== undefined && (
        <span className={styles.basis} title={t(`basisHint.${card.basis}`)}>
          {t(`basis.${card.basis}`)}
        </span>
      )}
      {card.gone && <span className={styles.chip}>{t('away')}</span>}
      {late !== undefined && (
        <span className={styles.chip} title={t('lateHint', { name: names([late.by]) })}>
          {t('late')}
        </span>
      )}
      {isNew && !card.gone && <span className={styles.chip}>{t('new')}</span>}
      {writers.length > 0 && <span className={styles.writing}>{writersText(writers)}</span>}
    </span>
  )
}
