import { refusalOf } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../cards/author.ts'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useSidePhrase } from '../ui/seatWords.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './Agreement.module.css'
import { Fingerprint, FixedText } from './FixedText.tsx'

const LONGEST_CAPACITY = 120

/** The exact words once more, and as what one signs them. Where they, or the signers, became others meanwhile, it says so. */
export const SignDialog = ({ version, onClose }: { version: number; onClose: () => void }) => {
  const { t } = useTranslation('agreement')
  const { t: refused } = useTranslation('refused')
  const process = useProcess()
  const me = useMe()
  const phrase = useSidePhrase()
  const board = useBoard()
  const { take, isPending } = useMove()
  const [capacity, setCapacity] = useState('')
  const fixed = process.agreement.find(one => one.version === version)
  const side = sideOf(process, me.side)
  const refusal = refusalOf({ process, board, member: me, move: { type: 'agreement.sign', version } })
  const canSign = refusal === null
  if (fixed === undefined) return null
  const sign = async () => {
    const as = capacity.trim()
    if (await take({ type: 'agreement.sign', version, ...(as !== '' && { capacity: as }) })) onClose()
  }
  return (
    <Dialog
      wide
      title={t('sign.title', { version })}
      onClose={onClose}
      actions={
        canSign && (
          <Button variant="primary" isPending={isPending} onPress={sign}>
            {t('sign.confirm')}
          </Button>
        )
      }
    >
      {canSign || isPending ? (
        <p>{t('sign.intro', { side: side === null ? '' : phrase(side) })}</p>
      ) : (
        <Banner kind="bad">{refusal === 'stale_version' ? t('sign.changed', { version }) : refused(refusal)}</Banner>
      )}
      <FixedText text={fixed.text} />
      <p className={styles.note}>{t('tentative')}</p>
      <TextField
        label={t('sign.capacity')}
        description={t('sign.capacityHint')}
        value={capacity}
        onChange={setCapacity}
        maxLength={LONGEST_CAPACITY}
      />
      <Fingerprint hash={fixed.hash} />
    </Dialog>
  )
}
