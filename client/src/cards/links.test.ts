import { expect, test } from 'vitest'
import { hrefTyped, safeHref } from './links.ts'

test('a link leads to the web or to a letter and nowhere else', () => {
  const tried = ['https://example.org/a', 'http://example.org', 'mailto:ana@example.org']
  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '/board/1',
    7,
  ]
  expect(tried.map(href => safeHref(href) !== null)).toEqual([true, true, true])
  expect(refused.map(safeHref)).toEqual(refused.map(() => null))
})

test('an address may be typed as people say it', () => {
  expect(
    ['example.org/x', 'ana@example.org', 'https://example.org', 'just words', 'word', 'javascript:alert(1)'].map(
      hrefTyped,
    ),
  ).toEqual(['https://example.org/x', 'mailto:ana@example.org', 'https://example.org/', null, null, null])
})
