import { isSafeHref, LINK_PROTOCOLS } from '@jointly/board'

/** The address if a card may link to it, else null. */
export const safeHref = (href: unknown): string | null => {
  if (typeof href !== 'string' || !isSafeHref(href)) return null
  const url = URL.parse(href.trim())
  return url !== null && (LINK_PROTOCOLS as readonly string[]).includes(url.protocol) ? url.href : null
}

/** Within the board that one is at a link to a card leads there, and opens no other page. */
export const withinPage = (href: string): string | null => {
  const { origin, pathname, hash } = new URL(href)
  return origin === location.origin && pathname === location.pathname && hash.startsWith('#card=') ? hash : null
}

/** What somebody typed as an address: "example.org" means the web, "ana@example.org" a letter. Null: neither. */
export const hrefTyped = (typed: string): string | null => {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return safeHref(text)
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(text)) return safeHref(`mailto:${text}`)
  return text.includes('.') ? safeHref(`https://${text}`) : null
}
