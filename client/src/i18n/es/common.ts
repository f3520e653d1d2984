import { seats } from '@jointly/board/report/seats.es'
import type { common as english } from '../en/common.ts'
import type { SameKeys } from '../sameKeys.ts'

export const common = {
  appName: 'Jointly',
  justNow: 'ahora mismo',
  loading: 'Un momento…',
  cancel: 'Cancelar',
  close: 'Cerrar',
  save: 'Guardar',
  tryAgain: 'Volver a intentar',
  dismiss: 'Descartar',
  notices: 'Avisos',
  copy: 'Copiar',
  copied: 'Copiado.',
  copyByHand: 'Este navegador no permite que una página copie. El enlace está seleccionado: cópielo con su teclado.',
  forExample: 'Por ejemplo',
  writtenByServer: 'Escrito por el servidor',
  neutral: 'Neutral, sin parte',
  difference: { out: 'se quita:', in: 'se agrega:' },
  toHome: 'Jointly, a la página de inicio',
  toStart: 'A la página de inicio',
  skip: 'Saltar al contenido',
  theme: 'Colores',
  themeChoice: { system: 'Como en este dispositivo', light: 'Claro', dark: 'Oscuro' },
  language: 'Idioma',
  languageFailed: 'No se pudieron traer las palabras de {{language}}. Revise su conexión e inténtelo de nuevo.',
  role: {
    facilitator: 'Facilitación',
    'co-chair': 'Copresidencia',
    member: 'Integrante',
    observer: 'Observación',
    guest: 'Persona invitada',
  },
  ...seats,
  does: {
    facilitator:
      'Quien facilita abre las etapas, lleva el reloj y anota lo que se dice. No habla en nombre de ninguna parte.',
    'co-chair':
      'La copresidencia aporta como cualquier integrante y, en nombre de su parte, admite a las personas y confirma lo que esta comparte.',
    member: 'Cada integrante agrega hechos, intereses, opciones y criterios, y dice lo que le importa.',
    observer: 'Quien observa lee todo lo que está sobre la mesa y no escribe nada. Todos ven que está presente.',
    guest: 'Las personas invitadas aportan lo que saben. No cuentan para ninguna parte.',
  },
  sideLetter: { union: 'S', management: 'A', community: 'F' },
  key: { Shift: 'Mayús', Delete: 'Supr' },
  notFound: {
    title: 'Aquí no hay ninguna página',
    text: 'Quizá se perdió algo de la dirección en el camino, o lo que estaba aquí se movió. Los enlaces que le enviaron se pueden abrir cuantas veces quiera hasta que venzan.',
  },
  broken: {
    title: 'Esta página dejó de funcionar',
    text: 'La falla es nuestra, no suya. Lo guardado está a salvo en el servidor; al recargar la página, vuelve.',
    reload: 'Recargar la página',
    details: 'Lo que dice el navegador',
  },
} as const satisfies SameKeys<typeof english>
