import { encodeUtf8 } from 'lib0/string'
import { expect, test } from 'vitest'
import { postComment, putAway, setCurrent, setJointText } from '../edit.ts'
import { passageAt } from '../passages.ts'
import { type Member, PersonName } from '../people.ts'
import type { Process } from '../process.ts'
import { NO_RULES } from '../rules.ts'
import { jointTextOf } from '../schema.ts'
import { emptyBoard, member, people, post, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { report } from './index.ts'
import { calendar, printReport, type ReportFormat } from './print.ts'
import { printed } from './printed.ts'

const { ana, ugo, max, fay } = people
/** Somebody who means to be taken for others. */
const eve: Member = { ...member('Eve', { side: ana.side }), name: PersonName.parse('Eve | **Max** <b>') }

const HOSTILE = [
  '# Agreed by both sides',
  '| forged | row |',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://evil.example","open")',
  '+1',
  '-2',
  '@SUM(A1)',
  '- a list',
  '1. numbered',
  'Setext\n===',
  '![picture](https://evil.example/x.png) www.evil.example',
  '```\nfence',
  'left\u202Eright',
  '    code',
  '`tick` & &amp; "quoted", \'single\'',
]

const made = ({ rules = NO_RULES, more = [] as string[] } = {}) => {
  const doc = emptyBoard()
  setJointText(doc, 'issue', 'How do we cover absent teachers?')
  setJointText(doc, 'agreement', 'Two floating teachers.')
  post(doc, ana, { kind: 'interest', text: 'Preparation time that is really there' })
  const option = post(doc, max, { kind: 'option', text: 'As it is now' })
  setCurrent(doc, option, true)
  post(doc, ugo, { kind: 'criterion', text: 'Works on the worst day' })
  const fact = post(doc, eve, { kind: 'fact', text: '47 of 118 absences', source: 'Office records' })
  for (const text of more) post(doc, eve, { kind: 'fact', text, source: text })
  const process = processAfter(
    [
      [fay, { type: 'rules.propose', rules }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
      [
        ugo,
        {
          type: 'action.add',
          action: {
            what: 'Publish the list; by 7:00, daily',
            owners: [ana.id, max.id],
            due: '2026-10-01',
            traces: [fact],
          },
        },
      ],
      [
        ana,
        {
          type: 'indicator.add',
          indicator: {
            ...{ what: 'Covered absences', unit: 'percent', source: 'Office records' },
            ...{ baseline: { on: '2026-09-01', value: 60 }, target: { on: '2027-02-01', value: 85 } },
          },
        },
      ],
      [max, { type: 'indicator.record', indicator: 6, on: '2026-10-01', value: 62.5 }],
      [fay, { type: 'review.plan', on: '2026-10-15', about: 'First look' }],
      [max, { type: 'action.confirm', action: 5, outcome: 'done' }],
    ],
    { members: [...Object.values(people), eve] },
  )
  return { process, report: reportOf(process, doc) }
}
const reportOf = (process: Process, doc: ReturnType<typeof emptyBoard>) =>
  report({ process, board: watchBoard(doc).view(), minutes: [], head: { joint: 9, minutes: 9, chain: 'abc' } })

const FORMATS = ['md', 'html', 'csv'] as const satisfies readonly ReportFormat[]
const print = (format: ReportFormat, more: string[] = [], language: 'en' | 'es' = 'en') =>
  printReport(made({ more }).report, { format, language })

/** Lines of fields, as RFC 4180 says them. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [['']]
  let quoted = false
  const add = (sign: string) => {
    const row = rows.at(-1) as string[]
    row[row.length - 1] += sign
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string
    if (quoted && sign === '"' && text[i + 1] === '"') add(text[++i] as string)
    else if (sign === '"') quoted = !quoted
    else if (quoted) add(sign)
    else if (sign === ',') rows.at(-1)?.push('')
    else if (sign === '\r' && text[i + 1] === '\n') {
      rows.push([''])
      i++
    } else add(sign)
  }
  return rows.slice(0, -1)
}

test.each(FORMATS)('[R3] %s says all that the report holds', format => {
  const text = print(format)
  const said = [
    ...['How do we cover absent teachers?', 'Preparation time that is really there', 'As it is now'],
    ...['Works on the worst day', '47 of 118 absences', 'Office records', 'Two floating teachers.', 'Publish the list'],
    ...['2026-10-01', '62.5', '85', 'First look', 'Management', 'An idea, not a proposal'],
    'subject to ratification by both parties and to the full package',
  ]
  expect(said.filter(words => !text.includes(words))).toEqual([])
})

test.each(FORMATS)('[R3] %s speaks Spanish', format => {
  const text = print(format, [], 'es')
  expect(['Informe', 'Intereses por parte', 'Tentativo', 'Seguimiento'].filter(words => !text.includes(words))).toEqual(
    [],
  )
})

test.each(FORMATS)('[R3] %s turns no direction of writing, and holds no control character', format => {
  const unsafe = [0, 7, 8, 0x0b, 0x1b, 0x7f, 0x9f, 0x202a, 0x202e, 0x2066, 0x2069].map(code =>
    String.fromCodePoint(code),
  )
  const text = print(format, [...HOSTILE, `between${unsafe.join('')}them`])
  expect([unsafe.filter(sign => text.includes(sign)), text.includes('betweenthem')]).toEqual([[], true])
})

test('[R4] what people wrote makes no heading, row, list, fence, link or tag', () => {
  const shape = (text: string) =>
    text.split('\n').map(line => /^(#+ |\||- |\d+[.)] |```|===|---|\s{4})/.exec(line)?.[1] ?? '')
  const plain = print(
    'md',
    HOSTILE.map(() => 'Words'),
  )
  const hostile = print('md', HOSTILE)
  expect(shape(hostile)).toEqual(shape(plain))
  const outsideFences = hostile.replace(/^```.*$/gm, '')
  expect(outsideFences).not.toMatch(/(?<!\\)<(?!br>)|(?<!\\)\]\(|:\/\/|www\.e|(?<!\\)`/)
  // A row has as many cells, whatever stands in it.
  const cells = (text: string) =>
    text
      .split('\n')
      .filter(line => line.startsWith('|'))
      .map(line => line.split(/(?<!\\)\|/).length)
  expect(cells(hostile)).toEqual(cells(plain))
})

test('[R4] a text that would end its fence does not', () => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', '````\n# Signed by Max')
  const text = printReport(reportOf(processAfter(), doc), { format: 'md', language: 'en' })
  expect(text).toContain('`````text\n````\n# Signed by Max\n`````')
})

test('[R5] what people wrote is text, and the page asks for nothing', () => {
  const page = print('html', HOSTILE)
  const tags = [...page.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)]
  expect(
    tags.filter(([, name]) => ['script', 'img', 'iframe', 'link', 'b', 'object', 'base', 'form'].includes(name ?? '')),
  ).toEqual([])
  expect(tags.filter(([, , attributes]) => /\son\w+=|src=|href="(?!#)|style=/.test(attributes ?? ''))).toEqual([])
  expect(page).not.toMatch(/url\(|@import/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('[R5] an indicator is drawn, and its table says the same', () => {
  const page = print('html')
  expect(page).toMatch(
    /<svg class="plot"[^>]* role="img" aria-label="Covered absences \(percent\)\. Target 85 by 2027-02-01"/,
  )
  expect(page).toMatch(/<th scope="row" class="day">2026-10-01<\/th><td class="number">62\.5<\/td>/)
})

test('[R6] every line has as many fields, and what people wrote comes back out of them', () => {
  const text = print('csv', HOSTILE)
  const rows = parseCsv(text.replace(/^\ufeff/, ''))
  expect([text.startsWith('\ufeff'), new Set(rows.map(row => row.length)).size]).toEqual([true, 1])
  const fields = new Set(rows.flat())
  expect(fields).toContain('# Agreed by both sides')
  expect(fields).toContain(`\`tick\` & &amp; "quoted", 'single'`)
  expect(fields).toContain("Setext\r\n'===")
})

test('[R6] no cell is a formula; numbers stay numbers', () => {
  const fields = parseCsv(print('csv', HOSTILE).replace(/^\ufeff/, '')).flat()
  expect(fields.filter(field => /^\s*[=+\-@]/.test(field))).toEqual([])
  expect(
    ['\'=HYPERLINK("http://evil.example","open")', "'+1", "'-2", "'@SUM(A1)", "'- a list", '62.5'].filter(
      field => !fields.includes(field),
    ),
  ).toEqual([])
})

const URL_HERE = 'https://jointly.example/board/board'
const ics = (process: Process) => calendar(process, { url: URL_HERE, language: 'en' })
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('[R7] an open action and a planned meeting are a day each', () => {
  expect(unfolded(ics(made().process))).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Jointly//Follow-up//EN'],
    ...['X-WR-CALNAME:Cover for absent teachers', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...['BEGIN:VEVENT', 'UID:action-5.board@jointly', 'DTSTAMP:20260901T090400Z', 'SEQUENCE:0'],
    ...['DTSTART;VALUE=DATE:20261001'],
    ...['SUMMARY:Due: Publish the list\\; by 7:00\\, daily', 'DESCRIPTION:Owners: Ana\\, Max', `URL:${URL_HERE}`],
    ...['TRANSP:TRANSPARENT', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:review-8.board@jointly', 'DTSTAMP:20260901T090700Z', 'SEQUENCE:0'],
    ...['DTSTART;VALUE=DATE:20261015'],
    ...['SUMMARY:We look again: Cover for absent teachers', 'DESCRIPTION:First look', `URL:${URL_HERE}`],
    ...['TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
  ])
})

test('[R7] lines are folded at 75 bytes, no letter is cut, and nothing in them ends a value', () => {
  const what = `Señales para cada aula é${'ñ'.repeat(120)}\nEND:VCALENDAR\r\nX-EVIL:1`
  const process = processAfter([
    [ana, { type: 'action.add', action: { what, owners: [ana.id], due: '9999-12-31', traces: [] } }],
  ])
  const text = ics(process)
  const lines = text.split('\r\n')
  const bytes = (line: string) => encodeUtf8(line).length
  expect([Math.max(...lines.map(bytes)) <= 75, /[^\r]\n/.test(text)]).toEqual([true, false])
  expect(
    unfolded(text).filter(
      line => line.startsWith('SUMMARY') || line.startsWith('X-EVIL') || line.startsWith('DTSTART'),
    ),
  ).toEqual([
    'DTSTART;VALUE=DATE:99991231',
    `SUMMARY:Due: Señales para cada aula é${'ñ'.repeat(120)}\\nEND:VCALENDAR\\nX-EVIL:1`,
  ])
})

test('[R7] what is over, held or cancelled is in it no more', () => {
  const say = (who: Member) => [who, { type: 'action.confirm', action: 2, outcome: 'done' }] as const
  const process = processAfter([
    [ana, { type: 'action.add', action: { what: 'Ask', owners: [ana.id], due: '2026-12-31', traces: [] } }],
    say(ana),
    say(max),
    [fay, { type: 'review.plan', on: '2026-10-15' }],
    [fay, { type: 'review.cancel', review: 5 }],
    [fay, { type: 'review.plan', on: '2026-10-16' }],
    [fay, { type: 'review.hold', review: 7 }],
  ])
  expect(ics(process)).not.toContain('VEVENT')
  // A calendar has at least one component, and this one shows nothing.
  expect(unfolded(ics(process)).filter(line => line.startsWith('BEGIN'))).toEqual([
    ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:STANDARD'],
  ])
})

test.each(FORMATS)('[R8] %s names nobody beside owners and signers where the ground rules show sides alone', format => {
  const { report: told } = made({ rules: { ...NO_RULES, attribution: 'side' } })
  const text = printReport(told, { format, language: 'en' })
  expect([text.includes('Ugo'), text.includes('Ana'), /Names are left out/.test(text)]).toEqual([false, true, true])
})

test('[R9] comments stand under what they are about, settled ones say so, and those on what is gone are kept', () => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', 'Two floating teachers from March on.')
  const option = post(doc, max, { kind: 'option', text: 'A rota' })
  const away = post(doc, ana, { kind: 'interest', text: 'Rest' })
  const say = (who: Member, comment: Omit<Parameters<typeof postComment>[1], 'by' | 'side'>) =>
    postComment(doc, { by: who.id, side: who.side, ...comment })
  const passage = passageAt(jointTextOf(doc, 'agreement'), { from: 22, to: 35 }) ?? undefined
  say(ana, { about: 'agreement', passage, text: 'Is that before the budget?' })
  putAway(doc, say(ugo, { about: option, text: '=Who("keeps it")' }))
  say(max, { about: away, text: 'Whose rest?' })
  putAway(doc, away)
  const process = processAfter([])
  const made = reportOf(process, doc)
  expect(made.cards.map(({ text }) => text)).toEqual(['A rota', 'Rest'])
  expect(made.comments.map(({ about, quote, settled }) => [about, quote, settled])).toEqual([
    ['agreement', 'from March on', false],
    [option, undefined, true],
    [away, undefined, false],
  ])
  const sections = printed(made, { language: 'es', reader: 'people' }).sections.flatMap(({ id, blocks }) =>
    blocks.flatMap(block => (block.is === 'table' && block.caption === 'Comentarios' ? [[id, ...block.rows]] : [])),
  )
  expect(sections).toEqual([
    ['options', ['A rota', '=Who("keeps it")', { side: 'Union' }, 'Ugo (Union)', 'resuelto']],
    ['agreement', ['“from March on”', 'Is that before the budget?', { side: 'Union' }, 'Ana (Union)']],
    ['away', ['Rest', 'Whose rest?', { side: 'Management' }, 'Max (Management)']],
  ])
  const csv = printReport(made, { format: 'csv', language: 'en' })
  expect([csv.includes(`"'=Who`), csv.includes('"=Who')]).toEqual([true, false])
})
