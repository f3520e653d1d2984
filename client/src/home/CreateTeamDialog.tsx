import { PersonName } from '@jointly/board'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call } from '../session/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { TextField } from '../ui/TextField.tsx'
import { useOnce } from '../ui/useOnce.ts'
import { SidesFields } from './SidesFields.tsx'
import { faultsOf, firstDrafts, MOST_NAME, sidesOf } from './sideDrafts.ts'

const MOST_TITLE = 120

type Fault = 'missing' | 'long'
const faultOf = (text: string, most: number): Fault | null =>
  text.trim() === '' ? 'missing' : text.trim().length > most ? 'long' : null

/** A team with its sides. What is wrong is said once one has tried, then as one types; a refusal keeps every word. */
export const CreateTeamDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['home', 'common'])
  const [, navigate] = useLocation()
  const form = useId()
  const [name, setName] = useState('')
  const [yourName, setYourName] = useState('')
  const [sides, setSides] = useState(() =>
    firstDrafts(id => ({ name: t(`common:sideName.${id}`), letter: t(`common:sideLetter.${id}`) })),
  )
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  const nameFault = faultOf(name, MOST_TITLE)
  const yourNameFault = faultOf(yourName, MOST_NAME)
  const sideFaults = faultsOf(sides)
  const nobodyDecides = !sides.some(side => side.decides)
  const faulty =
    nameFault !== null ||
    yourNameFault !== null ||
    nobodyDecides ||
    sideFaults.some(fault => fault.name ?? fault.letter)
  const say = (fault: Fault | null, most: number) =>
    tried && fault !== null ? t(`create.wrong.${fault}`, { most }) : undefined

  const [create, creating] = useOnce(async () => {
    setTried(true)
    setFailed(null)
    if (faulty) return
    try {
      const body = { name: name.trim(), yourName: PersonName.parse(yourName), sides: sidesOf(sides) }
      const { team, member } = await call('createTeam', { body })
      navigate(`/team/${team.id}?as=${member.id}`)
    } catch (error) {
      setFailed(problemSentence(error))
    }
  })

  return (
    <Dialog
      wide
      title={t('create.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={creating}>
            {t('create.submit')}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={create}>
        <TextField
          label={t('create.name')}
          placeholder={t('create.nameExample')}
          autoFocus
          value={name}
          onChange={setName}
          error={say(nameFault, MOST_TITLE)}
        />
        <TextField
          label={t('create.yourName')}
          description={t('create.yourNameHelp')}
          autoComplete="name"
          value={yourName}
          onChange={setYourName}
          error={say(yourNameFault, MOST_NAME)}
        />
        <SidesFields sides={sides} onChange={setSides} faults={tried ? sideFaults : []} />
        {tried && nobodyDecides && <Banner kind="bad">{t('create.wrong.oneDecides')}</Banner>}
        {failed !== null && <Banner kind="bad">{failed}</Banner>}
      </Form>
    </Dialog>
  )
}
