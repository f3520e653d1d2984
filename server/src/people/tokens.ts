import { hash, randomBytes } from 'node:crypto'

/** A secret that lets somebody in: 256 random bits for a URL or a header. Only its hash is ever kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The secrets are random and long, so a plain hash is enough: there is nothing to guess from it. */
export const hashToken = (token: string): string => hash('sha256', token)
