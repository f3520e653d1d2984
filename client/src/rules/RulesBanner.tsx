import { mustAcknowledge, NO_RULES, type Process, refusalOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useOpenPanel } from '../commands/openPanel.ts'
import { useMe, usePart, useProcess, useSession } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useSideList } from '../ui/seatWords.ts'

/** Until ground rules are in force the board says so; to a newcomer it says that they are, and leads there. */
export const RulesBanner = () => {
  const { t } = useTranslation('board')
  const process = useProcess()
  const me = useMe()
  const { opened } = useSession()
  const open = useOpenPanel()
  const { proposed, inForce } = process.rules

  if (mustAcknowledge(process, me) && me.role !== 'observer')
    return (
      <Banner action={<Read label={t('rules.read')} onPress={() => open('rules')} />}>{t('rules.newcomer')}</Banner>
    )
  if (proposed !== null)
    return (
      <Banner action={<Read label={t('rules.read')} onPress={() => open('rules')} />}>
        <Waiting process={process} />
      </Banner>
    )
  // For practice nobody needs them; whoever wants to practise this too finds it in the menu.
  if (inForce !== null || opened.board.practice) return null
  return <NoRules process={process} />
}

const NoRules = ({ process }: { process: Process }) => {
  const { t } = useTranslation('board')
  const open = useOpenPanel()
  const mayPropose = useMayPropose(process)
  return (
    <Banner action={mayPropose && <Read label={t('rules.begin')} onPress={() => open('rules')} />}>
      {t('rules.none')}
    </Banner>
  )
}

const Read = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <Button small onPress={onPress}>
    {label}
  </Button>
)

const Waiting = ({ process: { rules, sides } }: { process: Process }) => {
  const { t } = useTranslation('board')
  const list = useSideList()
  const missing = sides.filter(side => side.decides && !rules.proposed?.accepted.has(side.id))
  return t('rules.proposed', { sides: list(missing) })
}

const useMayPropose = (process: Process): boolean => {
  const member = useMe()
  const move = { type: 'rules.propose', rules: NO_RULES } as const
  return usePart(useSession().view, board => refusalOf({ process, board, member, move }) === null)
}
