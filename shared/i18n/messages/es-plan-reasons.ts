import type { enPlanReasons } from './en-plan-reasons.ts';

export const esPlanReasons: Readonly<Record<keyof typeof enPlanReasons, string>> = {
  'reason.plan.too-young': 'Hay que tener {age, number} años. Se puede empezar en {month}.',
  'reason.plan.age-ask': 'Hay que tener {age, number} años. ¿Cuándo nació usted?',
  'reason.plan.after-diploma': 'Pide el diploma de secundaria. Se puede empezar en {month}.',
  'reason.plan.diploma-ask': 'Pide el diploma de secundaria o el GED. ¿Lo tiene usted?',
  'reason.plan.needs-first': 'Antes va esto: {name}.',
  'reason.plan.needs-more': 'Pide algo que no está en este plan.',
  'reason.plan.waiting-list': 'Hay lista de espera. Pregunte de cuánto es.',
  'reason.plan.waiting-list-ask': 'Pregunte: ¿hay lista de espera?',
  'reason.plan.time-unknown': 'No se sabe cuánto tarda; los pasos que siguen no tienen fecha.',
  'reason.plan.nothing-to-do': 'No hay pasos en este plan.',
  'reason.plan.too-late': 'Para acabar a tiempo se debió empezar hace {months, plural, one {# mes} other {# meses}}.',
  'reason.plan.start-by': 'Empiece a más tardar en {month} para acabar a tiempo.',
  'reason.plan.never-renewed': 'No se tiene que renovar.',
  'reason.plan.renewal-ask': 'Pregunte: ¿se tiene que renovar, y cuándo?',
  'reason.plan.lapsed': 'Se venció en {month}. Pregunte cómo recuperarla.',
  'reason.plan.renew-soon': 'Renuévela pronto: a más tardar en {month}.',
  'reason.plan.renew-by': 'Renuévela a más tardar en {month}.',
};
