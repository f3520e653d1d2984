/** What another language of these words must be: every key, no other, and words at the leaves. */
export type SameKeys<Words> = { readonly [K in keyof Words]: Words[K] extends string ? string : SameKeys<Words[K]> }
