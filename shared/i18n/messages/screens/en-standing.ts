/** Whether a credential counts at school in a state, and who decides about it there. */
export const enStanding = {
  'standing.title': 'Does it count for school here?',
  'standing.nation': 'Each state keeps its own list. Choose a state or an area to see what is known.',
  'standing.answer.same': 'Yes.',
  'standing.answer.family': 'Perhaps.',
  'standing.answer.none': 'No.',
  'standing.answer.unknown': 'Not known.',
  'standing.same': 'On the list of {edition} as “{as}”.',
  'standing.family': 'The list of {edition} names “{as}”. Ask whether this one counts.',
  'standing.none': 'Not among the {entries, number} entries of the list of {edition}.',
  'standing.notCollected': 'The list of {state} is not in this data. Ask the school whether this one counts toward graduation or a seal.',
  'standing.training': 'May public training money pay for it?',
  'standing.ask': 'Lists change every year. Ask which one holds now.',
  'standing.authority': 'Who decides in {state}:',
} as const;
