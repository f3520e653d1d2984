import { expect, test } from 'vitest'
import { CardId, SideId } from './ids.ts'

test('[P8] a word that every object seems to hold is no id', () => {
  const words = Object.getOwnPropertyNames(Object.prototype)
  expect(words).toContain('constructor')
  for (const schema of [CardId, SideId]) expect(words.filter(word => schema.safeParse(word).success)).toEqual([])
  expect(['name', 'length', 'union', '-', '_'].every(word => CardId.safeParse(word).success)).toBe(true)
})
