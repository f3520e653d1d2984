import {
  latestVersion,
  type MemberId,
  type Process,
  possibleSigners,
  type Signer,
  sidesUnbound,
  usualSigners,
  writtenNow,
} from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWritersText } from '../cards/writersText.ts'
import { useBoard, useProcess, useWriters } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { useSeatWords, useSideList } from '../ui/seatWords.ts'
import styles from './Agreement.module.css'
import { FixedText } from './FixedText.tsx'

/** Fixes the text of this moment as the next version, for those who are to sign it. */
export const ProposeDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('agreement')
  const process = useProcess()
  const board = useBoard()
  const writers = useWriters('agreement')
  const writersText = useWritersText()
  const list = useSideList()
  const { take, isPending } = useMove()
  const latest = latestVersion(process)
  const version = (latest?.version ?? 0) + 1
  const [named, setNamed] = useState<ReadonlySet<MemberId>>(
    () => new Set(firstNamed(process, latest?.signers ?? []).map(({ member }) => member)),
  )
  const signers = possibleSigners(process).filter(({ member }) => named.has(member))
  const unbound = sidesUnbound(process, signers)
  const silent = process.sides.filter(({ id }) => unbound.includes(id))
  const propose = async () => {
    const move = { type: 'agreement.propose', signers: signers.map(({ member }) => member) } as const
    if (await take({ ...move })) onClose()
  }
  return (
    <Dialog
      wide
      title={t('propose.title', { version })}
      onClose={onClose}
      actions={
        // Where the button would stand, so that it is seen why there is none.
        silent.length === 0 ? (
          <Button variant="primary" isPending={isPending} onPress={propose}>
            {t('propose.confirm', { version })}
          </Button>
        ) : (
          <Banner kind="bad">{t('propose.silent', { sides: list(silent) })}</Banner>
        )
      }
    >
      <p>{t('propose.intro')}</p>
      {writers.length > 0 && <Banner>{writersText(writers)}</Banner>}
      <FixedText text={writtenNow(board.agreement).text} />
      <WhoSigns named={named} onChange={setNamed} />
    </Dialog>
  )
}

/** Those of the last version as long as they can still commit every side that decides, else the usual ones. */
const firstNamed = (process: Process, before: readonly Signer[]) =>
  sidesUnbound(process, before).length === 0 ? before : usualSigners(process)

type WhoSignsProps = { named: ReadonlySet<MemberId>; onChange: (named: ReadonlySet<MemberId>) => void }

const WhoSigns = ({ named, onChange }: WhoSignsProps) => {
  const { t } = useTranslation('agreement')
  const process = useProcess()
  const seatWords = useSeatWords()
  const possible = possibleSigners(process)
  const toggle = (member: MemberId) => {
    const next = new Set(named)
    if (!next.delete(member)) next.add(member)
    onChange(next)
  }
  return (
    <fieldset className={styles.choose}>
      <legend className={styles.title}>{t('propose.who')}</legend>
      <p className={styles.note}>{t('propose.whoHint')}</p>
      {process.sides.map(side => (
        <div key={side.id} className={styles.side}>
          <span className={styles.sideName}>
            <SideMark side={side} size={18} decorative />
            {side.name}
          </span>
          {possible
            .filter(signer => signer.side === side.id)
            .flatMap(({ member: id }) => process.members.get(id) ?? [])
            .map(({ id, name, role }) => (
              <Checkbox
                key={id}
                label={name}
                description={seatWords(role, side)}
                isSelected={named.has(id)}
                onChange={() => toggle(id)}
              />
            ))}
        </div>
      ))}
    </fieldset>
  )
}
