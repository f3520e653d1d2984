import { type Rating, type RoundScale, WORDS, type Word } from '@jointly/board'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../ui/TextField.tsx'
import { Anchor } from './Anchor.tsx'
import styles from './Answering.module.css'

// The table of words is the one place where they stand, in the order in which they are offered.
const WORD_IDS = Object.keys(WORDS) as Word[]

type QuestionProps = {
  scale: RoundScale
  /** What is judged on this row; `name` says the whole question. */
  title: string
  name: string
  /** When an option meets the criterion, where the row is one. */
  anchor: string | undefined
  value: Rating | null
  onChange: (rating: Rating | null) => void
}

export const Question = ({ scale, ...props }: QuestionProps) =>
  scale === 'words' ? <InWords {...props} /> : <InPoints {...props} />

type AskedProps = Pick<QuestionProps, 'title' | 'name' | 'anchor'> & { children: React.ReactNode }

/** What is judged, read out as the whole question, and when an option meets it. */
const Asked = ({ title, name, anchor, children }: AskedProps) => (
  <fieldset className={styles.question} data-question>
    <legend className={styles.subject}>
      <span aria-hidden="true">{title}</span>
      <span className="unseen">{name}</span>
      <Anchor words={anchor} />
    </legend>
    {children}
  </fieldset>
)

/** Plain radio buttons: arrows move among the words, 1 to 4 answer and go on to the next question. */
const InWords = ({ title, name, anchor, value, onChange }: Omit<QuestionProps, 'scale'>) => {
  const { t } = useTranslation('weighing')
  const group = useId()
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const word = WORD_IDS[Number(event.key) - 1]
    if (word === undefined) return
    event.preventDefault()
    onChange(word)
    goOn(event.currentTarget)
  }
  return (
    <Asked title={title} name={name} anchor={anchor}>
      <div className={styles.words}>
        {WORD_IDS.map((word, i) => (
          <label key={word} className={styles.word}>
            <input
              type="radio"
              name={group}
              checked={value === word}
              onChange={() => onChange(word)}
              onKeyDown={onKeyDown}
            />
            <span className={styles.key} aria-hidden="true">
              {i + 1}
            </span>
            <span>{t(`word.${word}`)}</span>
          </label>
        ))}
      </div>
    </Asked>
  )
}

/** The focus goes to the next question of the page, to what is chosen there or to its first word. */
const goOn = (from: HTMLElement) => {
  const next = from.closest('[data-question]')?.nextElementSibling
  const target =
    next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector<HTMLInputElement>('input')
  target?.focus()
}

/** What was typed stays as it was typed; only what is a number from 0 to 100 is an answer. */
const InPoints = ({ title, name, anchor, value, onChange }: Omit<QuestionProps, 'scale'>) => {
  const { t } = useTranslation('weighing')
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '')
  const isJudged = value !== 'cannot-judge'
  const isWrong = typed !== '' && pointsIn(typed) === null
  return (
    <Asked title={title} name={name} anchor={anchor}>
      <div className={styles.points}>
        <TextField
          label={name}
          hideLabel
          inputMode="numeric"
          value={isJudged ? typed : ''}
          description={t('answer.pointsHint')}
          error={isWrong ? t('answer.outside') : undefined}
          onChange={text => {
            setTyped(text)
            onChange(pointsIn(text))
          }}
        />
        <label className={styles.word}>
          <input
            type="checkbox"
            checked={!isJudged}
            onChange={event => {
              setTyped('')
              onChange(event.currentTarget.checked ? 'cannot-judge' : null)
            }}
          />
          {t('word.cannot-judge')}
        </label>
      </div>
    </Asked>
  )
}

const pointsIn = (text: string): number | null => {
  const trimmed = text.trim()
  return /^\d{1,3}$/.test(trimmed) && Number(trimmed) <= 100 ? Number(trimmed) : null
}
