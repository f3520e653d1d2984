import type { MemberId, Side } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { useReply } from '../session/useReply.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { Loading } from '../ui/Loading.tsx'
import { listed } from '../ui/listed.ts'
import { problemSentence } from '../ui/problemSentence.ts'

export type WorkedCase = Reply<'cases'>['cases'][number]

type Props = {
  sides: readonly Side[]
  as: MemberId
  value: WorkedCase | null
  onChange: (chosen: WorkedCase) => void
  error: string | undefined
}

/** The worked cases. One that speaks of a side which the team does not have stays in sight and says why it is closed. */
export const CaseChoice = ({ sides, as, value, onChange, error }: Props) => {
  const { t } = useTranslation(['team', 'common'])
  const [answer, reload] = useReply('cases', { as })
  if (answer.state === 'loading') return <Loading />
  if (answer.state === 'failed')
    return (
      <Banner kind="bad" action={<Button onPress={reload}>{t('common:tryAgain')}</Button>}>
        {problemSentence(answer.error)}
      </Banner>
    )
  const { cases } = answer.reply
  if (cases.length === 0) return <p>{t('board.noCases')}</p>
  return (
    <Choices
      label={t('board.cases')}
      description={t('board.casesHelp')}
      value={value?.id ?? null}
      error={error}
      onChange={id => {
        const chosen = cases.find(one => one.id === id)
        if (chosen !== undefined) onChange(chosen)
      }}
      options={cases.map(one => {
        const lacking = one.sides.filter(({ id }) => !sides.some(side => side.id === id)).map(side => side.name)
        return {
          id: one.id,
          label: one.title,
          description: <CaseWords of={one} />,
          ...(lacking.length > 0 && {
            closed: t('board.lacks', { count: lacking.length, sides: listed(lacking) }),
          }),
        }
      })}
    />
  )
}

const CaseWords = ({ of: one }: { of: WorkedCase }) => {
  const { t } = useTranslation(['team', 'templates'])
  return (
    <>
      <p>{one.note}</p>
      <p>
        {[
          t(one.fictional ? 'board.fictional' : 'board.documented'),
          t(`templates:title.${one.template}`),
          t('board.sidesOf', { sides: listed(one.sides.map(side => side.name)) }),
        ].join(' · ')}
      </p>
    </>
  )
}
