import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Answer, MoveRequest, Round, RoundKind } from '@jointly/board'
import { afterEach, describe, expect, test } from 'vitest'
import { canaries, foundIn } from './canaries.ts'
import { type At, close, endTables, filesOf, listen, reachOf, release, roundOf, weighing } from './sealing.ts'
import type { Seated } from './seats.ts'

/**
 * What people say beside a number or a signal: why the work goes as it goes, why they cannot live with it, what would move
 * them. The words are sealed as the answer is, and outlive it only where the round shows them.
 */

afterEach(endTables)

/** Backwards by the alphabet: whoever answers first says what is sorted last. */
const WORDS = canaries(16, 'why').sort().reverse()
/** The i-th person's two. */
const wordsOf = (i: number): readonly string[] => WORDS.slice(2 * i, 2 * i + 2)

type Opening = Extract<MoveRequest, { type: 'round.open' }>
type Row = {
  readonly asked: (at: At) => Partial<Opening>
  readonly answerOf: (i: number) => Answer
}
const ROUNDS = {
  pulse: {
    asked: () => ({ scale: 'heard' }),
    answerOf: i => ({ step: i % 2 === 0 ? 'hardly' : 'mostly', why: wordsOf(i).join(' and ') }),
  },
  consensus: {
    asked: ({ option }) => ({ scale: 'thumbs', subject: { options: [option] } }),
    answerOf: i => {
      const [reason, wouldMove] = wordsOf(i)
      return { signal: i % 2 === 0 ? 'down' : 'sideways', reason, wouldMove }
    },
  },
} as const satisfies Partial<Record<RoundKind, Row>>

const everybody = ({ union, management }: At): readonly Seated[] => [...union, ...management]

describe.each(Object.entries(ROUNDS))('[O22] the words in a %s', (kind, { asked, answerOf }: Row) => {
  const allAnswer = async (at: At, anonymity: Round['anonymity']) => {
    const { round, take, table } = at
    await take(table.fay, { type: 'round.open', round, kind: kind as RoundKind, anonymity, ...asked(at) })
    for (const [i, who] of everybody(at).entries())
      await take(who, { type: 'round.submit', round, answer: answerOf(i) })
  }
  const releaseBoth = async (at: At) => {
    await release(at, at.table.ana)
    await release(at, at.table.max)
  }
  /** Whose words can be got hold of, by whom: each a name, and the name of somebody else. */
  const knownBy = async (at: At, listeners: readonly Seated[], heard: readonly Buffer[][]) =>
    (
      await Promise.all(
        listeners.map(async (who, k) => {
          const reach = Buffer.concat([await reachOf(at, who), ...(heard[k] ?? [])])
          return everybody(at)
            .filter((of, i) => of !== who && foundIn(reach, wordsOf(i)).length > 0)
            .map(of => `${who.member.name}: ${of.member.name}`)
        }),
      )
    ).flat()
  const ownSide = (at: At, listeners: readonly Seated[]) =>
    listeners.flatMap(who =>
      who.member.role === 'member'
        ? everybody(at)
            .filter(of => of !== who && of.member.side === who.member.side)
            .map(of => `${who.member.name}: ${of.member.name}`)
        : [],
    )

  test('[O22] reach nobody else before the close, and nobody of another side before that side has released', async () => {
    const at = await weighing()
    const { fay, obi, gus, ugo, mia, ana, max } = at.table
    const listeners = [fay, obi, gus, ugo, mia]
    const heard = await Promise.all(listeners.map(who => listen(at, who)))
    await allAnswer(at, 'named')
    // What is looked for is there to be found.
    expect(foundIn(filesOf(at), WORDS)).toEqual(WORDS)
    expect(await knownBy(at, listeners, heard)).toEqual([])
    await close(at)
    expect(await knownBy(at, listeners, heard)).toEqual(ownSide(at, listeners))
    await release(at, ana)
    expect(await knownBy(at, listeners, heard)).toEqual(ownSide(at, listeners))
    await release(at, max)
    expect(foundIn(await reachOf(at, obi), WORDS)).toEqual(WORDS)
    expect(foundIn(Buffer.from(at.lines.join('')), WORDS)).toEqual([])
  })

  test('[O22] [O4] are on the disk beside nobody once they were released without names', async () => {
    const at = await weighing()
    await allAnswer(at, 'side')
    await close(at)
    expect((await roundOf(at, at.table.ugo)).own).not.toHaveProperty('people')
    await releaseBoth(at)
    expect(foundIn(await reachOf(at, at.table.obi), WORDS)).toEqual(WORDS)
    const holding = recordsIn(at).filter(({ bytes }) => foundIn(bytes, WORDS).length > 0)
    const [only] = holding
    // The one row of the minutes that releases: in it stands who released, and nobody who answered.
    expect(holding.map(({ table }) => table)).toEqual(['rows'])
    const named = everybody(at).filter(({ member }) => only?.bytes.includes(member.id))
    expect(named.map(({ member }) => member.name)).toEqual(['Max'])
    const told = only?.bytes.toString('utf8') ?? ''
    // In an order that is not that of those who answered.
    const ofUnion = at.union.map((_, i) => wordsOf(i)[0] as string)
    expect(ofUnion.toSorted((a, b) => told.indexOf(a) - told.indexOf(b))).toEqual(ofUnion.toReversed())
  })

  test.each([
    ['a round that shows means alone was released', 'none', releaseBoth],
    [
      'each side released no more than its means',
      'named',
      async (at: At) => {
        for (const who of [at.table.ana, at.table.max]) await at.take(who, { type: 'round.release', round: at.round })
      },
    ],
    ['the round was cancelled', 'named', (at: At) => at.take(at.table.fay, { type: 'round.cancel', round: at.round })],
  ] as const)('[O22] are in no file any more where %s', async (_how, anonymity, end) => {
    const at = await weighing()
    await allAnswer(at, anonymity)
    await close(at)
    await end(at)
    expect(foundIn(filesOf(at), WORDS)).toEqual([])
    expect(foundIn(await reachOf(at, at.table.ana), WORDS)).toEqual([])
  })
})

/** Every record of the database, whatever table it is in. */
const recordsIn = ({ world }: At): { readonly table: string; readonly bytes: Buffer }[] => {
  const db = new DatabaseSync(join(world.dataDir, 'jointly.db'), { readOnly: true })
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const records = tables.flatMap(({ name }) =>
    db
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map(record => ({
        table: String(name),
        bytes: Buffer.concat(
          Object.values(record).map(value => Buffer.from(value instanceof Uint8Array ? value : String(value))),
        ),
      })),
  )
  db.close()
  return records
}
