/** How much somebody may send: so many in a second in the long run, and so many at once. */
export class Meter {
  private tokens: number
  private refilledAt: number
  private readonly rate: { readonly perSecond: number; readonly burst: number }
  private readonly clock: () => number

  constructor(rate: { readonly perSecond: number; readonly burst: number }, clock: () => number) {
    this.rate = rate
    this.clock = clock
    this.tokens = rate.burst
    this.refilledAt = clock()
  }

  /** One more was sent; how long, in milliseconds, whoever sends has to wait until it is within the rate again. */
  count(): number {
    const { perSecond, burst } = this.rate
    const now = this.clock()
    this.tokens = Math.min(burst, this.tokens + ((now - this.refilledAt) * perSecond) / 1000) - 1
    this.refilledAt = now
    return Math.max(0, (-this.tokens * 1000) / perSecond)
  }
}
