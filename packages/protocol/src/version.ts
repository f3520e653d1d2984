/**
 * The wire's version. A page names it (`?v=`); the server closes an older one with 4426, and it reloads. Raised with
 * every change that an open page could not live with; `test/wire.test.ts` pins a hash of all that crosses the wire, so
 * that a change cannot slip through unnoticed.
 */
export const PROTOCOL_VERSION = 1
