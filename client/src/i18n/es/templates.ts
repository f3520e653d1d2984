import { stepTitles } from '@jointly/board/report/steps.es'
import type { templates as english } from '../en/templates.ts'
import type { SameKeys } from '../sameKeys.ts'

export const templates = {
  title: {
    'fmcs-7': 'FMCS, siete pasos',
    'kaiser-4': 'Kaiser Permanente, cuatro pasos',
    'mutual-gains': 'Beneficio mutuo, cuatro pasos',
    'joint-intervention': 'Intervención conjunta',
    full: 'El recorrido completo, ocho pasos',
  },
  source: {
    'fmcs-7': 'Negociación basada en intereses, según el FMCS',
    'kaiser-4': 'Alianza laboral de Kaiser Permanente (Labor Management Partnership)',
    'mutual-gains': 'Consensus Building Institute',
    'joint-intervention': 'La cláusula del contrato que se usó en Mildred Avenue K-8, Boston',
    full: 'Lo que las escuelas tienen en común',
  },
  step: stepTitles,
} as const satisfies SameKeys<typeof english>
