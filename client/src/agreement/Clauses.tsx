import { type CardId, clausesOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { authorOf } from '../cards/author.ts'
import { useBoard, useMe, useProcess, useSession } from '../session/hooks.ts'
import { SideMark } from '../ui/SideMark.tsx'
import styles from './Agreement.module.css'

/** Which options and interests the lines of the text serve, by the links in their words. */
export const Clauses = () => {
  const { t } = useTranslation('agreement')
  const { id } = useSession().opened.board
  const clauses = clausesOf(useBoard().agreement.body, id)
  return (
    <section className={styles.panel} aria-label={t('clauses.title')}>
      <h3 className={styles.title}>{t('clauses.title')}</h3>
      {clauses.length === 0 ? (
        <p className={styles.note}>{t('clauses.none')}</p>
      ) : (
        <ol className={styles.versions}>
          {clauses.map(({ text, cards }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place in the text
            <li key={i} className={styles.clause}>
              <span className={styles.clauseText}>{text}</span>
              <ul>
                {cards.map(card => (
                  <Served key={card} id={card} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const Served = ({ id }: { id: CardId }) => {
  const { t } = useTranslation('cards')
  const process = useProcess()
  const me = useMe()
  const card = useBoard().card(id)
  if (card === undefined || card.gone) return null
  const { side, role, system } = authorOf(card, process, me)
  return (
    <li className={styles.served}>
      <SideMark side={side} role={role} system={system && side === null} size={18} />
      <a href={`#card=${id}`}>
        {t(`kind.${card.kind}`)}: {card.text}
      </a>
    </li>
  )
}
