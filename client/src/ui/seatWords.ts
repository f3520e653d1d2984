import type { Role, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { common } from '../i18n/en/common.ts'
import { listed } from './listed.ts'

type Usual = keyof typeof common.sidePhrase
const usual = (id: string): Usual | undefined => (Object.keys(common.sidePhrase) as Usual[]).find(one => one === id)

/**
 * A side in the middle of a sentence: "the union" as long as it bears its usual name (the reader's, or the English one that
 * a team begins with), else the name that it gave itself, which is nobody else's to bend.
 */
export const useSidePhrase = (): ((side: Pick<Side, 'id' | 'name'>) => string) => {
  const { t } = useTranslation('common')
  return ({ id, name }) => {
    const known = usual(id)
    if (known === undefined) return name
    const isUsual = name === common.sideName[known] || name === t(`sideName.${known}`)
    return isUsual ? t(`sidePhrase.${known}`) : name
  }
}

/** Several sides in the middle of a sentence: "the union and the management". */
export const useSideList = (): ((sides: readonly Pick<Side, 'id' | 'name'>[]) => string) => {
  const phrase = useSidePhrase()
  return sides => listed(sides.map(phrase))
}

/** "Member of the union", "Facilitator". */
export const useSeatWords = (): ((role: Role, side: Pick<Side, 'id' | 'name'> | null) => string) => {
  const { t } = useTranslation('common')
  const phrase = useSidePhrase()
  return (role, side) => (side ? t(`seat.of.${role}`, { side: phrase(side) }) : t(`seat.alone.${role}`))
}
