import { type CardId, printed, type Range, type Round, rangesBeside } from '@jointly/board'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handInWords, Sealing } from '../rounds/Sealing.tsx'
import { useDraft } from '../rounds/useDraft.ts'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Anchor } from './Anchor.tsx'
import styles from './Answering.module.css'
import { numberDrafts } from './drafts.ts'
import type { AnswerProps } from './kindViews.tsx'
import { keyOf, type NumberedKind, numberKindOf } from './numberKinds.ts'
import { WEIGHT_DECIMALS } from './OwnWeights.tsx'
import { printedMean } from './useCellWords.ts'

/** A number for each question, all of them in sight; the weights that follow stand beside. */
export const NumberAnswering = ({ round, mine }: AnswerProps) => {
  const { t } = useTranslation(['weighing', 'rounds'])
  const view = useBoard()
  // The table of views gives this component no other kind.
  const kind = round.kind as NumberedKind
  const { questionsOf, least, mostOf, answerOf, numbersIn, weightsOf } = numberKindOf(kind)
  const answering = useDraft({
    ...{ round, mine, drafts: numberDrafts },
    draftOf: answer => (answer === null ? {} : numbersIn(answer)),
  })
  const { draft: numbers, handedIn, sealedAs, isPending } = answering
  const questions = questionsOf(round)
  const most = mostOf(round)
  const done = questions.filter(card => numbers[keyOf(card)] !== undefined).length
  const weights = weightsOf(
    numbers,
    questions.flatMap(card => card ?? []),
  )
  const ranges = useRanges(round)

  const set = (card: CardId | null, number: number | null) => {
    const { [keyOf(card)]: _before, ...rest } = numbers
    answering.change(number === null ? rest : { ...rest, [keyOf(card)]: number })
  }
  const handIn = () => answering.handIn(answerOf(numbers))

  return (
    <section className={styles.answering} aria-label={t(`kind.${kind}.title`)}>
      <header className={styles.head}>
        <h3 className={styles.title}>{t(`kind.${kind}.title`)}</h3>
        {questions.length > 1 && (
          <p className={styles.progress}>
            <progress value={done} max={questions.length} aria-label={t(`kind.${kind}.title`)} />
            <span>{t('answer.progress', { done, all: questions.length })}</span>
          </p>
        )}
      </header>
      <p className={styles.swing}>{t(`kind.${kind}.question`)}</p>
      <p className={styles.note}>{t(`kind.${kind}.how`, { most })}</p>
      <Sealing round={round} handedIn={handedIn} takeOther={answering.takeOther} />
      <div className={styles.rows}>
        {questions.map(card => {
          const words = card === null ? t(`kind.${kind}.short`) : (view.card(card)?.text ?? '')
          const range = card === null ? null : ranges(card)
          return (
            <div key={keyOf(card)} className={styles.question}>
              <div className={styles.subject}>
                <p>{words}</p>
                {card !== null && <Anchor words={view.card(card)?.anchor} />}
                {range !== null && (
                  <p className={styles.note}>
                    {t('weights.range', { worst: printedMean(range.worst), best: printedMean(range.best) })}
                  </p>
                )}
              </div>
              <div className={styles.points}>
                <NumberField
                  key={sealedAs}
                  label={t(`kind.${kind}.label`, { words })}
                  value={numbers[keyOf(card)] ?? null}
                  within={{ least, most }}
                  onChange={number => set(card, number)}
                />
                {card !== null && (
                  <output className={styles.follows}>
                    {weights === null ? '–' : printed(weights[card] ?? 0, WEIGHT_DECIMALS)}
                  </output>
                )}
              </div>
            </div>
          )
        })}
      </div>
      <footer className={styles.foot}>
        {!handedIn && (
          <Button variant="primary" isPending={isPending} isDisabled={done < questions.length} onPress={handIn}>
            {t(handInWords(mine, true))}
          </Button>
        )}
      </footer>
      {!handedIn && (
        <p className={styles.note}>
          {done < questions.length && `${t('answer.everyOne')} `}
          {done > 0 && t('rounds:answer.kept')}
        </p>
      )}
    </section>
  )
}

/** What was typed stays as it was typed; only a whole number in its range is an answer. */
const NumberField = ({
  label,
  value,
  within: { least, most },
  onChange,
}: {
  label: string
  value: number | null
  within: { least: number; most: number }
  onChange: (value: number | null) => void
}) => {
  const { t } = useTranslation('weighing')
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const read = (text: string) => {
    const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : null
    return number !== null && number >= least && number <= most ? number : null
  }
  const isWrong = typed.trim() !== '' && read(typed) === null
  return (
    <TextField
      label={label}
      hideLabel
      inputMode="numeric"
      value={typed}
      error={isWrong ? t('answer.outsideOf', { least, most }) : undefined}
      onChange={text => {
        setTyped(text)
        onChange(read(text))
      }}
    />
  )
}

/** The worst and the best option at the opening by one's own side's released ratings, for whoever prices the whole step. */
const useRanges = (round: Round): ((card: CardId) => Range | null) => {
  const { rounds } = useProcess()
  const side = useMe().side
  const ranges = useMemo(
    () => (round.of === null && side !== null ? rangesBeside(round, { rounds, side }) : {}),
    [round, rounds, side],
  )
  return card => ranges[card] ?? null
}
