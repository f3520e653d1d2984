import type { StageKind } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import styles from './StageFrame.module.css'

export type StageFrameProps = {
  stage: StageKind
  /** What can be done here, at the right. */
  actions?: React.ReactNode
  children: React.ReactNode
}

/** The same heading on every stage: the question in people's type, one line of method, what to do at the right. */
export const StageFrame = ({ stage, actions, children }: StageFrameProps) => {
  const { t } = useTranslation('stages')
  return (
    <Frame question={t(`question.${stage}`)} method={t(`method.${stage}`)} actions={actions}>
      {children}
    </Frame>
  )
}

export type FrameProps = { question: string; method: string; actions?: React.ReactNode; children: React.ReactNode }

export const Frame = ({ question, method, actions, children }: FrameProps) => (
  <div className={styles.frame}>
    <header className={styles.head}>
      <div className={styles.words}>
        <h2 className={styles.question}>{question}</h2>
        <p className={styles.method}>{method}</p>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
    {children}
  </div>
)
