import { clausesOf, leftOut } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { JointText } from '../cards/JointText.tsx'
import { withWords } from '../i18n/language.ts'
import { useBoard, useIsTable, useProcess, useSession } from '../session/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import styles from './Stage.module.css'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'
import { Unserved } from './Unserved.tsx'

// On demand: nobody needs it to read a stage and to write the first card.
const Agreement = onDemand(
  async () => ({
    default: (await withWords(['agreement', 'refused'], import('../agreement/Agreement.tsx'))).Agreement,
  }),
  <Loading />,
)
const Consensus = onDemand(async () => ({
  default: (await withWords(['consensus', 'rounds'], import('../consensus/Consensus.tsx'))).Consensus,
}))
const Versions = onDemand(async () => ({
  default: (await withWords(['agreement', 'refused'], import('../agreement/Versions.tsx'))).Versions,
}))

/** One text, and beside it what becomes of it and what it may have left out. */
export const AgreementStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  // What is signed is signed at the table.
  const isTable = useIsTable()
  return (
    <StageFrame stage="agreement" actions={actions}>
      <div className={styles.main}>
        <section className={styles.group} aria-label={t('agreement.heading')}>
          <p className={styles.line}>{t('agreement.tentative')}</p>
          <JointText text="agreement" />
          {isTable && <Consensus />}
          {isTable && <Versions />}
        </section>
        <div className={styles.column}>
          {isTable && <Agreement />}
          <Forgotten />
        </div>
      </div>
    </StageFrame>
  )
}

/** Once clauses say what they serve, what the text leaves out; until then, what the options do. */
const Forgotten = () => {
  const { t } = useTranslation('stages')
  const board = useBoard()
  const process = useProcess()
  const { id } = useSession().opened.board
  const clauses = clausesOf(board.agreement.body, id)
  if (clauses.length === 0) return <Unserved title={t('agreement.unserved')} hint={t('agreement.unservedHint')} />
  return (
    <Unserved
      title={t('agreement.leftOut')}
      hint={t('agreement.leftOutHint')}
      interests={leftOut({ clauses, board, process })}
      all={t('agreement.nothingLeftOut')}
    />
  )
}
