import { CardKind } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Select } from '../ui/Select.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './ListFace.module.css'
import type { ListQuestion } from './listQuestion.ts'

const ANY = 'any'

type Filters = { question: ListQuestion; onChange: (question: ListQuestion) => void }

export const ListFilters = ({ question, onChange }: Filters) => {
  const { t } = useTranslation('stages')
  const { t: cards } = useTranslation('cards')
  const { sides } = useProcess()
  return (
    <search className={styles.filters}>
      <div className={styles.search}>
        <TextField
          label={t('list.search')}
          hideLabel
          placeholder={t('list.search')}
          type="search"
          value={question.words}
          onChange={words => onChange({ ...question, words })}
          id="list-search"
        />
      </div>
      <Select<CardKind | typeof ANY>
        label={t('list.kind')}
        hideLabel
        value={question.kind ?? ANY}
        onChange={kind => onChange({ ...question, kind: kind === ANY ? null : kind })}
        options={[
          { id: ANY, label: t('list.anyKind') },
          ...CardKind.options.map(kind => ({ id: kind, label: cards(`kind.${kind}`) })),
        ]}
      />
      <Select<string>
        label={t('list.side')}
        hideLabel
        value={question.side ?? ANY}
        onChange={side => onChange({ ...question, side: side === ANY ? null : (side as ListQuestion['side']) })} // the options below
        options={[
          { id: ANY, label: t('list.anySide') },
          ...sides.map(side => ({
            id: side.id,
            label: side.name,
            icon: <SideMark side={side} size={18} decorative />,
          })),
          { id: 'none', label: t('list.neutral'), icon: <SideMark side={null} size={18} decorative /> },
        ]}
      />
      <Switch label={t('list.away')} isSelected={question.away} onChange={away => onChange({ ...question, away })} />
    </search>
  )
}
