import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './SidesFields.module.css'
import { addDraft, MOST_NAME, nextShape, type SideDraft, type SideFaults } from './sideDrafts.ts'

/** A table is at least two. */
const FEWEST = 2

type Props = {
  sides: readonly SideDraft[]
  onChange: (sides: SideDraft[]) => void
  faults: readonly SideFaults[]
}

/** The sides of a new team: each with its mark as it will look, its name, its letter, and whether it decides. */
export const SidesFields = ({ sides, onChange, faults }: Props) => {
  const { t } = useTranslation(['home', 'common'])
  const next = nextShape(sides)
  const usual =
    next === 'triangle' ? { name: t('common:sideName.community'), letter: t('common:sideLetter.community') } : undefined
  return (
    <fieldset className={styles.sides}>
      <legend className={styles.legend}>{t('create.sides')}</legend>
      <p className={styles.help}>{t('create.sidesHelp')}</p>
      {sides.map((side, i) => (
        <SideFields
          key={side.id}
          side={side}
          faults={faults[i] ?? {}}
          onChange={changed => onChange(sides.map(one => (one.id === side.id ? changed : one)))}
          onRemove={i >= FEWEST ? () => onChange(sides.filter(one => one.id !== side.id)) : null}
        />
      ))}
      {sides.some(side => !side.decides) && <p className={styles.help}>{t('create.advising')}</p>}
      {next !== null && (
        <div>
          <Button small onPress={() => onChange(addDraft(sides, next, usual))}>
            <Plus aria-hidden="true" />
            {t(usual ? 'create.addCommunity' : 'create.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type SideProps = {
  side: SideDraft
  faults: SideFaults
  onChange: (side: SideDraft) => void
  onRemove: (() => void) | null
}

const SideFields = ({ side, faults, onChange, onRemove }: SideProps) => {
  const { t } = useTranslation('home')
  const called = side.name.trim() || t('create.unnamed')
  const say = (fault: SideFaults['name']) => fault && t(`create.wrong.${fault}`, { most: MOST_NAME })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is read out twice; a group says it once.
    <div className={styles.side} style={sideStyle(side)} role="group" aria-label={called}>
      <div className={styles.mark}>
        <SideMark side={{ ...side, letter: side.letter.trim() || '·' }} size={32} decorative />
      </div>
      <TextField
        label={t('create.sideName')}
        value={side.name}
        onChange={name => onChange({ ...side, name })}
        error={say(faults.name)}
      />
      <TextField
        label={t('create.sideLetter')}
        value={side.letter}
        onChange={letter => onChange({ ...side, letter: letter.toUpperCase() })}
        error={say(faults.letter)}
      />
      <div className={styles.voice}>
        <Segmented
          label={t('create.voice', { side: called })}
          value={side.decides ? 'decides' : 'advises'}
          onChange={voice => onChange({ ...side, decides: voice === 'decides' })}
          options={[
            { id: 'decides', label: t('create.decides') },
            { id: 'advises', label: t('create.advises') },
          ]}
        />
      </div>
      {onRemove !== null && (
        <div className={styles.remove}>
          <IconButton label={t('create.remove', { side: called })} onPress={onRemove}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
