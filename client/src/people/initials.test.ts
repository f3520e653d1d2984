import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test('initials are two letters, also of one word and of letters that are not Latin', () => {
  expect(['Ana', 'Max Weber', ' Rosa  de la Cruz ', 'Ö', 'Жанна'].map(initials)).toEqual(['AN', 'MW', 'RC', 'Ö', 'ЖА'])
})
