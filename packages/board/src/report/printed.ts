import type { Report } from './index.ts'
import type { ReportLanguage } from './language.ts'
import { type Page, type Section, type Source, source, words } from './page.ts'
import { readable } from './readable.ts'
import { agreement } from './sections/agreement.ts'
import { answers } from './sections/answers.ts'
import { consensus } from './sections/consensus.ts'
import { followUp } from './sections/followUp.ts'
import { pulses } from './sections/pulses.ts'
import { minutes, people, record, rules, steps } from './sections/record.ts'
import { away, criteria, interests, issue, notes, options, story } from './sections/table.ts'
import { weighing } from './sections/weighing.ts'
import { REPORT_WORDS } from './words/index.ts'

/** What a printed report holds, in its order. A part of `report.json` that is new is a row here. */
const SECTIONS: readonly ((at: Source) => Section)[] = [
  ...[issue, story, interests, options, criteria, weighing, consensus, agreement, followUp, answers, pulses],
  ...[notes, away, rules, people, steps, minutes, record],
]

/** The one report as a page for people: the same facts for every format, in one language. */
export const printed = (
  report: Report,
  { language, reader }: { language: ReportLanguage; reader: 'people' | 'programs' },
): Page => {
  const say = REPORT_WORDS[language]
  const at = source(report, say)
  const orNone = (section: Section): Section => {
    const blocks = section.blocks
      .filter(block => block.is !== 'table' || (block.for ?? reader) === reader)
      .map(block => (block.is === 'table' && reader === 'people' ? readable(block) : block))
    return { ...section, blocks: blocks.length > 0 ? blocks : [words(say.none)] }
  }
  return {
    language,
    title: say.title(report.board.title),
    intro: [
      say.intro(report.board.team),
      say.tentative,
      ...(report.board.case === null ? [] : [say.example]),
      ...(report.rules.attribution === 'named' ? [] : [say.unnamed]),
    ],
    sides: report.sides,
    sections: SECTIONS.map(section => orNone(section(at))),
  }
}
