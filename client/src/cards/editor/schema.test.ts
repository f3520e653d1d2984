import { holdsLetters, mayHold, WORD_MARKS, WORD_NODES, type WordNode, type WordsPlace } from '@jointly/board'
import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { schemaOf } from './schema.ts'

const NODES = Object.keys(WORD_NODES) as WordNode[]

/** Of each node of an editor's schema: its attributes, and what it may begin with or hold anywhere. */
const known = (place: WordsPlace) => {
  const schema = getSchema(schemaOf(place))
  const names = Object.keys(schema.nodes).filter(name => name !== 'text')
  const holds = (name: string) => {
    const found = new Set<string>()
    const seen = new Set<unknown>()
    const walk = (match: (typeof schema.nodes)[string]['contentMatch']) => {
      if (seen.has(match)) return
      seen.add(match)
      for (let i = 0; i < match.edgeCount; i++) {
        found.add(match.edge(i).type.name)
        walk(match.edge(i).next)
      }
    }
    walk((schema.nodes[name] as (typeof schema.nodes)[string]).contentMatch)
    return [...found].sort()
  }
  return {
    marks: Object.keys(schema.marks).sort(),
    nodes: Object.fromEntries(names.map(name => [name === 'doc' ? 'top' : name, holds(name)])),
    attributes: Object.fromEntries(
      names
        .filter(name => name !== 'doc')
        .map(name => [name, Object.keys(schema.nodes[name]?.spec.attrs ?? {}).sort()]),
    ),
  }
}

const letThrough = (place: WordsPlace) => {
  const nodes = NODES.filter(node => (WORD_NODES[node].in as readonly WordsPlace[]).includes(place))
  const holds = (holder: WordNode | 'top') =>
    [...nodes.filter(node => mayHold(place, holder, node)), ...(holdsLetters(holder) ? ['text'] : [])].sort()
  return {
    marks: Object.keys(WORD_MARKS).sort(),
    nodes: Object.fromEntries((['top', ...nodes] as const).map(holder => [holder, holds(holder)])),
    attributes: Object.fromEntries(nodes.map(node => [node, Object.keys(WORD_NODES[node].attributes).sort()])),
  }
}

test.each(['card', 'text'] as const)('what the editor of a %s knows is what the gate lets through', place => {
  expect(known(place)).toEqual(letThrough(place))
})
