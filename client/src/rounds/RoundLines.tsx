import { hasAnswered, ROLES, type Round, type RoundKind, type StageKind, type Step } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useIsTable, useMe, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { TimeLeft } from './RoundClock.tsx'

/** The stage on which a round of each kind is answered; a pulse has a line of its own on every one. */
const ASKED_ON = {
  rating: 'weighing',
  weights: 'weighing',
  ranks: 'weighing',
  'no-agreement': 'weighing',
  consensus: 'agreement',
} as const satisfies Readonly<Record<Exclude<RoundKind, 'pulse'>, StageKind>>
type StagedRound = Round & { readonly kind: keyof typeof ASKED_ON }
const isStaged = (round: Round): round is StagedRound => Object.hasOwn(ASKED_ON, round.kind)

/**
 * Whoever is elsewhere while a round is open: that it is, how long still, and the way there; until they have answered, or
 * as long as its clock runs. `viewed`: the stage in sight, null on another face of the board.
 */
export const RoundLines = ({ viewed, onGo }: { viewed: StageKind | null; onGo: (step: Step) => void }) => {
  const { rounds, steps } = useProcess()
  const me = useMe()
  const isTable = useIsTable()
  // What is asked at the table is answered there, and not from a caucus.
  if (!isTable) return null
  const isAsked = (round: Round) => ROLES[me.role].counted && me.side !== null && !hasAnswered(round, me)
  return [...rounds.values()]
    .filter(isStaged)
    .filter(({ state, of }) => state.is === 'open' && (of === null || of === me.side))
    .filter(round => isAsked(round) || round.closesAt !== null)
    .map(round => {
      const stage = ASKED_ON[round.kind]
      const step = steps.find(one => one.stage === stage)
      return (
        step !== undefined &&
        stage !== viewed && <Line key={round.id} round={round} isAsked={isAsked(round)} onGo={() => onGo(step)} />
      )
    })
}

const Line = ({ round, isAsked, onGo }: { round: StagedRound; isAsked: boolean; onGo: () => void }) => {
  const { t } = useTranslation('rounds')
  const { members } = useProcess()
  return (
    <Banner
      action={
        <Button small variant={isAsked ? 'primary' : 'quiet'} onPress={onGo}>
          {t(isAsked ? 'line.answer' : 'line.look')}
        </Button>
      }
    >
      {t('line.open', { name: members.get(round.by)?.name ?? '', question: t(`line.question.${round.kind}`) })}{' '}
      <TimeLeft round={round} />
    </Banner>
  )
}
