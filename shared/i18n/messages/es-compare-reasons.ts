import type { enCompareReasons } from './en-compare-reasons.ts';

export const esCompareReasons: Readonly<Record<keyof typeof enCompareReasons, string>> = {
  'reason.risk.questions': '{count, plural, one {# cosa por preguntar antes de pagar} other {# cosas por preguntar antes de pagar}}',
  'reason.risk.min-age': 'Hay que tener al menos {age, number} años.',
  'reason.risk.renewal': 'Se renueva cada {months, plural, =12 {año} =24 {dos años} =36 {tres años} =60 {cinco años} other {# meses}}.',
  'reason.risk.completion-unknown': 'No sabemos cuántos terminan en las escuelas de aquí.',
  'reason.compare.opens-no-job': 'Por sí sola no abre un trabajo cierto; no hay línea que trazar.',
  'reason.compare.pay-unknown': 'El pago no está publicado; no hay línea que trazar.',
  'reason.compare.baseline-unknown': 'No hay cifra de los trabajos sin estudios aquí; no hay línea que trazar.',
  'reason.compare.time-unknown': 'No se sabe cuánto tarda; no hay línea que trazar.',
  'reason.compare.costs-unknown': 'Algunos costos no se saben y no se cuentan. En verdad se sale a mano más tarde.',
  'reason.compare.hours-full-time': 'Las horas de clase se leen como semanas completas de 40 horas.',
  'reason.compare.apprentice-wage': 'No se sabe el sueldo al aprender. Se cuenta {from, number} % del pago completo al inicio, y sube a {to, number} %.',
  'reason.insight.passes': '{later} pasa a {earlier} en {year}. A quien necesita ganar antes, o tal vez no siga, le puede ir mejor con {earlier} primero.',
  'reason.insight.ahead-throughout': '{first} va delante de {second} desde el primer mes.',
  'reason.insight.overlap-more-than': 'Más de {n, number} de cada 10 con {a} ganan más que quien está en el medio con {b}.',
  'reason.insight.overlap-about': 'Cerca de {n, number} de cada 10 con {a} ganan más que quien está en el medio con {b}.',
  'reason.insight.overlap-fewer-than': 'Menos de {n, number} de cada 10 con {a} ganan más que quien está en el medio con {b}.',
  'reason.insight.extrapolated': 'Esa parte queda fuera de las cifras publicadas y es un cálculo.',
  'reason.insight.costs-unknown': 'Escriba la colegiatura que le dijo una escuela, y la figura cambia.',
};
