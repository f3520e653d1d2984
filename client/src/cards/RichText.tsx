import { isText, type RichBlock, type RichNode, type RichText as RichRun } from '@jointly/board'
import { memo } from 'react'
import { safeHref, withinPage } from './links.ts'
import styles from './RichText.module.css'

/** Words as they were written, for everybody who is not wording them now: plain elements out of an allow-list. */
export const RichText = memo(({ nodes }: { nodes: readonly RichNode[] }) => (
  <div className={styles.words}>
    <Nodes nodes={nodes} />
  </div>
))

const Nodes = ({ nodes }: { nodes: readonly RichNode[] }) =>
  nodes.map((node, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: plain values without a life of their own
    isText(node) ? <Run key={i} run={node} /> : <Block key={i} block={node} />,
  )

type BlockView = (block: RichBlock) => React.ReactNode

const content = (block: RichBlock) => <Nodes nodes={block.content} />

/** Under the page's question (level 2): a text's own headings come below it. */
const BLOCKS: ReadonlyMap<string, BlockView> = new Map<string, BlockView>([
  ['paragraph', block => <p>{content(block)}</p>],
  ['bulletList', block => <ul>{content(block)}</ul>],
  ['orderedList', block => <ol start={startOf(block)}>{content(block)}</ol>],
  ['listItem', block => <li>{content(block)}</li>],
  ['hardBreak', () => <br />],
  ['heading', block => (Number(block.attrs.level) > 2 ? <h4>{content(block)}</h4> : <h3>{content(block)}</h3>)],
])

const startOf = (block: RichBlock): number => {
  const start = Number(block.attrs.start)
  return Number.isInteger(start) && start > 0 ? start : 1
}

/** A block that this version does not know still says its words. */
const Block = ({ block }: { block: RichBlock }) => (BLOCKS.get(block.type) ?? content)(block)

const Run = ({ run }: { run: RichRun }) => {
  let shown: React.ReactNode = run.text
  if ('italic' in run.marks) shown = <em>{shown}</em>
  if ('bold' in run.marks) shown = <strong>{shown}</strong>
  const href = safeHref(run.marks.link?.href)
  if (href === null) return shown
  const card = withinPage(href)
  if (card !== null) return <a href={card}>{shown}</a>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {shown}
    </a>
  )
}
