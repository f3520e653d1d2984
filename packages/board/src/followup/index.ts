export * from './decide.ts'
export * from './followup.ts'
export * from './process.ts'
