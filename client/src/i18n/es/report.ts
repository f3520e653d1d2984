import type { report as english } from '../en/report.ts'
import type { SameKeys } from '../sameKeys.ts'

export const report = {
  title: 'Informe',
  text: 'Lo que está sobre la mesa y lo que se decidió: asunto, intereses por parte, opciones, criterios, ponderación, acuerdo, seguimiento y acta.',
  tentative: 'Un acuerdo en él es tentativo: sujeto a la ratificación de ambas partes y al paquete completo.',
  caucus: 'No contiene nada de ningún receso.',
  language: 'Idioma del informe',
  format: {
    html: 'Leer e imprimir',
    md: 'Markdown',
    csv: 'Hoja de cálculo (CSV)',
    json: 'Datos (JSON)',
  },
  means: {
    html: 'Una página que no necesita nada más. Su navegador la imprime o la guarda como PDF.',
    md: 'Texto para una wiki o una carta.',
    csv: 'Todas las tablas, fila por fila. Nada en ella se ejecuta como fórmula.',
    json: 'Todo, para programas, con el hash del registro.',
  },
} as const satisfies SameKeys<typeof english>
