export * from './agreement.ts'
export * from './decide.ts'
export * from './entry.ts'
export * from './text.ts'
