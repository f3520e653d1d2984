/** The server with the built page, a process of its own, as servers are: who presses the keys has work at the very same moment. */
export const HOUSE = new URL('house.host.ts', import.meta.url)
