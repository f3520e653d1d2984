import type { Member, Side } from '../people.ts'
import type { ReportWords } from './words/index.ts'
import { seats as english } from './words/seats.en.ts'

type Usual = keyof typeof english.sidePhrase

/** A side in the middle of a sentence: "the union" as long as it bears its usual name, else the name it gave itself. */
const phraseOf = ({ id, name }: Side, { sideName, sidePhrase }: ReportWords): string => {
  const usual = (Object.keys(sidePhrase) as Usual[]).find(one => one === id) // its keys are the usual sides
  return usual !== undefined && [english.sideName[usual], sideName[usual]].includes(name) ? sidePhrase[usual] : name
}

/** "Member of the union", "Facilitator": as what a member sits at the table, in the words of the screen. */
export const seatOf = ({ role }: Pick<Member, 'role'>, side: Side | undefined, say: ReportWords): string =>
  side === undefined ? say.seat.alone[role] : say.seat.of[role].replace('{{side}}', () => phraseOf(side, say))
