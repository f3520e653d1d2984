import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en } from '../i18n/en/index.ts'
import { es } from '../i18n/es/index.ts'
import { keysLabel, keysOf } from './keys.ts'

const press = (key: string, ...held: ('ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey')[]) => ({
  key,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  shiftKey: held.includes('shiftKey'),
  altKey: held.includes('altKey'),
})

test('a press has one name, whatever Shift and Caps Lock make of its letter', () => {
  expect([
    keysOf(press('z', 'ctrlKey'), false),
    keysOf(press('Z', 'ctrlKey', 'shiftKey'), false),
    keysOf(press('z', 'metaKey'), true),
    keysOf(press('N'), false),
    keysOf(press('?', 'shiftKey'), false),
    keysOf(press('F10', 'shiftKey'), false),
    keysOf(press('Delete'), false),
  ]).toEqual(['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Z', 'n', '?', 'Shift+F10', 'Delete'])
})

test('keys are named as on the reader’s own keyboard', async () => {
  const labels = () => [keysLabel('Ctrl+Shift+Z', false), keysLabel('Ctrl+Shift+Z', true), keysLabel('n', false)]
  await i18next.init({ lng: 'en', defaultNS: 'common', resources: { en, es } })
  expect(labels()).toEqual(['Ctrl+Shift+Z', '⌘⇧Z', 'N'])
  await i18next.changeLanguage('es')
  expect(labels()).toEqual(['Ctrl+Mayús+Z', '⌘⇧Z', 'N'])
})
