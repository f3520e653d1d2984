import type { Member, TemplateId } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call } from '../session/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useOnce } from '../ui/useOnce.ts'
import { CaseChoice, type WorkedCase } from './CaseChoice.tsx'
import { ProcessChoice } from './ProcessChoice.tsx'

const MOST_TITLE = 120

type Props = { team: Team; you: Member; onClose: () => void }

/** A new board: empty with a process to follow, or filled with a worked case. */
export const NewBoardDialog = ({ team, you, onClose }: Props) => {
  const { t } = useTranslation(['team', 'common'])
  const [, navigate] = useLocation()
  const form = useId()
  const [start, setStart] = useState<'empty' | 'case'>('empty')
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState<TemplateId>('full')
  const [worked, setWorked] = useState<WorkedCase | null>(null)
  const [practice, setPractice] = useState(false)
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  const untitled = title.trim() === '' ? 'nameMissing' : title.trim().length > MOST_TITLE ? 'nameTooLong' : null
  const caseless = start === 'case' && worked === null

  /** The case's title until one writes another: what was typed is never overwritten. */
  const chooseCase = (chosen: WorkedCase) => {
    if (title.trim() === '' || title === worked?.title) setTitle(chosen.title)
    setWorked(chosen)
    setPractice(true)
  }

  const [create, creating] = useOnce(async () => {
    setTried(true)
    setFailed(null)
    if (untitled !== null || caseless) return
    try {
      const content = start === 'case' && worked !== null ? { case: worked.id } : { template }
      const body = { title: title.trim(), ...content, ...(practice && { practice }) }
      const { board } = await call('createBoard', { params: { id: team.id }, body, as: you.id })
      navigate(`/board/${board.id}?as=${you.id}`)
    } catch (error) {
      setFailed(problemSentence(error))
    }
  })

  return (
    <Dialog
      wide
      title={t('board.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={creating}>
            {t('board.create')}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={create}>
        <TextField
          label={t('board.name')}
          description={t('board.nameHelp')}
          placeholder={t('board.nameExample')}
          autoFocus
          value={title}
          onChange={setTitle}
          error={tried && untitled !== null ? t(`board.${untitled}`) : undefined}
        />
        <div>
          <Segmented
            label={t('board.start')}
            value={start}
            onChange={setStart}
            options={[
              { id: 'empty', label: t('board.empty') },
              { id: 'case', label: t('board.case') },
            ]}
          />
        </div>
        {start === 'empty' ? (
          <ProcessChoice value={template} onChange={setTemplate} />
        ) : (
          <CaseChoice
            sides={team.sides}
            as={you.id}
            value={worked}
            onChange={chooseCase}
            error={tried && caseless ? t('board.caseMissing') : undefined}
          />
        )}
        <Checkbox
          label={t('board.practice')}
          description={t('board.practiceHelp')}
          isSelected={practice}
          onChange={setPractice}
        />
        {failed !== null && <Banner kind="bad">{failed}</Banner>}
      </Form>
    </Dialog>
  )
}
