import type { enPayers } from './en-payers.ts';

export const esPayers: Readonly<Record<keyof typeof enPayers, string>> = {
  'payers.title': 'Quién puede pagar',
  'payers.note': 'Vale la pena preguntar, de arriba hacia abajo. Nadie lo ha prometido todavía: decide la oficina de ayuda o el centro de empleo. Nada de lo que se escribe aquí se guarda.',
  'payers.failed': 'No se pudo calcular quién puede pagar',
  'payers.said.inHighSchool': 'Todavía en la preparatoria',
  'payers.said.veteran': 'Sirvió, o sirvió su padre, madre o pareja',
  'payers.said.getsSnap': 'Recibe SNAP',
  'payers.said.disability': 'Tiene una discapacidad',
  'payers.said.index': 'Índice de ayuda estudiantil',
  'payers.fit.yes': 'Puede pagar',
  'payers.fit.ask': 'Preguntar',
  'payers.fit.no': 'No paga',
  'payers.rule': 'la regla',
  'payers.tests': 'Pruebas de la regla: {met, number} se cumplen, {not, number} no se cumplen, {open, number} por preguntar',
  'payers.test.met': 'Se cumple.',
  'payers.test.not-met': 'No se cumple.',
  'payers.test.unknown': 'Preguntar.',
  'payers.ofLine': 'Lo que dicen las reglas de quién puede pagar',
};
