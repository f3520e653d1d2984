import { z } from 'zod'
import { StepId } from './ids.ts'
import type { StageKind } from './stages.ts'

/** One step of a process: what it is called by its school, and the kind of stage that its screen is. */
export type Step = { readonly id: StepId; readonly title: string; readonly stage: StageKind }

type Template = { readonly title: string; readonly source: string; readonly steps: readonly Step[] }

const step = <Title extends string>(id: string, title: Title, stage: StageKind): Step & { readonly title: Title } => ({
  id: StepId.parse(id),
  title,
  stage,
})

/** A process is data: the schools differ in their steps, not in what a step can do. Sources as in the field's literature. */
export const TEMPLATES = {
  'fmcs-7': {
    title: 'FMCS, seven steps',
    source: 'FMCS interest-based bargaining',
    steps: [
      step('issue', 'Issue', 'issue'),
      step('interests', 'Interests', 'interests'),
      step('options', 'Options', 'options'),
      step('criteria', 'Criteria', 'criteria'),
      step('apply', 'Apply criteria', 'weighing'),
      step('solution', 'Solution', 'agreement'),
      step('writing', 'In writing', 'agreement'),
    ],
  },
  'kaiser-4': {
    title: 'Kaiser Permanente, four steps',
    source: 'Kaiser Permanente Labor Management Partnership',
    steps: [
      step('define', 'Define the problem', 'issue'),
      step('interests', 'Determine interests', 'interests'),
      step('options', 'Develop options', 'options'),
      step('select', 'Select a solution', 'weighing'),
    ],
  },
  'mutual-gains': {
    title: 'Mutual gains, four steps',
    source: 'Consensus Building Institute',
    steps: [
      step('prepare', 'Prepare', 'interests'),
      step('create', 'Create value', 'options'),
      step('distribute', 'Distribute value', 'weighing'),
      step('follow', 'Follow through', 'follow-up'),
    ],
  },
  'joint-intervention': {
    title: 'Joint intervention',
    source: 'The contract clause used at Mildred Avenue K-8, Boston',
    steps: [
      step('team', 'Joint team', 'issue'),
      step('findings', 'Findings', 'story'),
      step('causes', 'Causes and interests', 'interests'),
      step('options', 'Remedies', 'options'),
      step('criteria', 'Criteria', 'criteria'),
      step('weighing', 'Weighing', 'weighing'),
      step('plan', 'Remedial plan', 'agreement'),
      step('oversight', 'Joint oversight', 'follow-up'),
    ],
  },
  full: {
    title: 'The whole spine, eight steps',
    source: 'What the schools share',
    steps: [
      step('issue', 'Issue', 'issue'),
      step('story', 'Story', 'story'),
      step('interests', 'Interests', 'interests'),
      step('options', 'Options', 'options'),
      step('criteria', 'Criteria', 'criteria'),
      step('weighing', 'Weighing', 'weighing'),
      step('agreement', 'Agreement', 'agreement'),
      step('follow-up', 'Follow-up', 'follow-up'),
    ],
  },
} as const satisfies Record<string, Template>
export type TemplateId = keyof typeof TEMPLATES
/** Every name of a step, so that a language can be held to have words for each. */
export type StepTitle = (typeof TEMPLATES)[TemplateId]['steps'][number]['title']
export const TemplateId = z.enum(Object.keys(TEMPLATES) as [TemplateId, ...TemplateId[]])
