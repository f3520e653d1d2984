import type { problems as english } from '../en/problems.ts'
import type { SameKeys } from '../sameKeys.ts'

export const problems = {
  bad_request: 'Algo de lo enviado no está como debería. Por favor, revise lo que escribió.',
  bad_json: 'El servidor no pudo leer la solicitud. Recargue la página e inténtelo de nuevo.',
  sign_in: 'Este navegador no tiene una sesión abierta aquí. Abra el enlace que le enviaron.',
  not_yours: 'Esto no está abierto para la persona que usted es aquí.',
  not_admitted: 'Todavía no se le ha admitido. Tiene que hacerlo la copresidencia de su parte.',
  not_accepted:
    'Todavía falta que le acepte alguna parte. Tiene que hacerlo la copresidencia de cada parte que decide.',
  not_co_chair: 'Solo la copresidencia de esa parte puede hacer esto.',
  not_facilitator: 'Solo quien facilita puede hacer esto.',
  read_only: 'Quienes observan leen y no escriben.',
  foreign_origin: 'La solicitud vino de otro sitio y se rechazó. Abra Jointly por su propia dirección.',
  which_member: 'Este navegador es varias personas en este equipo. Elija primero quién es usted.',
  signup_closed: 'En este servidor no se pueden crear equipos nuevos. Quien lo administra lo desactivó.',
  no_such: 'Lo que busca no está aquí, o ya no está.',
  invitation_expired: 'Este enlace venció.',
  invitation_revoked: 'Este enlace fue retirado.',
  invitation_used_up: 'Este enlace ya lo usaron tantas personas como las previstas.',
  authorship_off: 'Las reglas básicas no permiten marcar quién escribió cada palabra.',
  needs_no_acceptance: 'Solo a quien facilita u observa hace falta aceptarle.',
  seat_missing: 'Esa función necesita una parte, y una que el equipo tenga.',
  not_a_guest: 'Al receso de su parte solo se puede llamar a una persona invitada que está con ella.',
  side_missing: 'Este caso habla de una parte que el equipo no tiene.',
  no_such_case: 'En este servidor no existe ese caso.',
  conflict: 'Otra persona cambió esto en el mismo momento. Vuelva a mirarlo y repita lo que quería hacer.',
  too_big: 'Es demasiado de una sola vez. Por favor, acórtelo.',
  not_an_image: 'Esta no es una imagen que se pueda mostrar aquí. Sí se puede con JPEG, PNG, WebP y GIF.',
  image_too_large:
    'Esta imagen tiene más puntos de los que se pueden mostrar aquí. Redúzcala a 50 millones de puntos como máximo.',
  too_many_requests: 'Demasiadas solicitudes desde aquí en poco tiempo. Espere un minuto e inténtelo de nuevo.',
  internal: 'El servidor cometió un error. No se cambió nada; por favor, inténtelo de nuevo.',
  come_back: 'El servidor está ocupado o está arrancando. Por favor, inténtelo de nuevo en un momento.',
  disk_full: 'El disco del servidor está lleno. No se cambió nada. Avise a quien administra el servidor.',
  no_caucus: 'Usted no está en este receso.',
  offline: 'No se puede llegar al servidor. Revise su conexión e inténtelo de nuevo.',
  unreadable:
    'No se pudo leer la respuesta; quizá esta página es más vieja que el servidor. Inténtelo de nuevo o recárguela.',
} as const satisfies SameKeys<typeof english>
