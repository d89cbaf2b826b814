import type { enStanding } from './en-standing.ts';

export const esStanding: Readonly<Record<keyof typeof enStanding, string>> = {
  'standing.title': '¿Cuenta para la escuela aquí?',
  'standing.nation': 'Cada estado tiene su propia lista. Elija un estado o una zona para ver lo que se sabe.',
  'standing.answer.same': 'Sí.',
  'standing.answer.family': 'Quizás.',
  'standing.answer.none': 'No.',
  'standing.answer.unknown': 'No se sabe.',
  'standing.same': 'Está en la lista de {edition} como «{as}».',
  'standing.family': 'La lista de {edition} nombra «{as}». Pregunte si esta credencial cuenta.',
  'standing.none': 'No está entre las {entries, number} de la lista de {edition}.',
  'standing.notCollected': 'La lista de {state} no está en estos datos. Pregunte en la escuela si esta cuenta para graduarse o para un sello.',
  'standing.training': '¿Puede pagarla un programa público de capacitación?',
  'standing.ask': 'Las listas cambian cada año. Pregunte cuál vale ahora.',
  'standing.authority': 'Quién decide en {state}:',
};
