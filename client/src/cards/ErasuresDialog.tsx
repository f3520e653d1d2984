import { type Erasure, openErasures } from '@jointly/board'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { listed } from '../ui/listed.ts'
import { notify } from '../ui/notices.ts'
import EraseDialog from './EraseDialog.tsx'
import styles from './Erasure.module.css'
import { useCardNames } from './useCardName.ts'

/** Everything that is proposed to be erased: by whom, who has agreed and who has yet to. */
export default function ErasuresDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('erasing')
  const open = openErasures(useProcess())
  // Where the focus goes from a button that goes with its proposal.
  const help = useRef<HTMLParagraphElement>(null)
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <p ref={help} tabIndex={-1}>
        {t(open.length === 0 ? 'none' : 'help')}
      </p>
      {open.length > 0 && (
        <ul className={styles.list}>
          {open.map(erasure => (
            <Proposed key={erasure.proposal} erasure={erasure} onWithdrawn={() => help.current?.focus()} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

const Proposed = ({ erasure, onWithdrawn }: { erasure: Erasure; onWithdrawn: () => void }) => {
  const { t } = useTranslation('erasing')
  const { t: ofCards } = useTranslation('cards')
  const process = useProcess()
  const board = useBoard()
  const may = useMay()
  const nameOf = useCardNames()
  const { take, isPending } = useMove()
  const [isSure, setSure] = useState(false)
  const { proposal, cards, by, accepted } = erasure
  const sides = (have: boolean) =>
    listed(process.sides.filter(side => side.decides && accepted.has(side.id) === have).map(({ name }) => name))
  const withdraw = async () => {
    if (!(await take({ type: 'erase.withdraw', proposal }))) return
    onWithdrawn()
    notify(t('withdrawn'), { kind: 'good' })
  }
  return (
    <li className={styles.entry}>
      {cards.map(id => {
        const card = board.card(id)
        return card === undefined ? null : <p key={id}>{nameOf(card)}</p>
      })}
      <p className={styles.who}>
        {t('by', { name: process.members.get(by)?.name ?? ofCards('unknownAuthor') })}
        {accepted.size > 0 && ` · ${t('agreed', { sides: sides(true) })}`} · {t('awaited', { sides: sides(false) })}
      </p>
      <div className={styles.actions}>
        {may({ type: 'erase.accept', proposal }) && (
          <Button small onPress={() => setSure(true)}>
            {t('agree')}
          </Button>
        )}
        {may({ type: 'erase.withdraw', proposal }) && (
          <Button small isDisabled={isPending} onPress={() => void withdraw()}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      {isSure && <EraseDialog erasure={erasure} onClose={() => setSure(false)} />}
    </li>
  )
}
