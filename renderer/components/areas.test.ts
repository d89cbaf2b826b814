import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { areaName, groupAreas } from './group-areas.ts';
import { narrowGroups } from './narrow-groups.ts';

const areas = [
  { id: '39', kind: 'state', name: 'Ohio', parent: 'us' },
  { id: '3900004', kind: 'nonmetro', name: 'Southern Ohio nonmetropolitan area', parent: '39' },
  { id: '72', kind: 'territory', name: 'Puerto Rico', parent: 'us' },
  { id: 'us', kind: 'nation', name: 'United States', parent: null },
  { id: '3900002', kind: 'nonmetro', name: 'North Northeastern Ohio nonmetropolitan area (noncontiguous)', parent: '39' },
  { id: '01', kind: 'state', name: 'Alabama', parent: 'us' },
];

describe('areas', () => {
  it('come as the nation, then states by name, each with its parts', () => {
    expect(groupAreas(areas).map(({ head, parts }) => [head.id, parts.map((part) => part.id)])).toEqual([['us', []], ['01', []], ['39', ['3900002', '3900004']], ['72', []]]);
  });

  it('are named without the words all of them share', () => {
    const t = createTranslator('es');
    expect(areas.map((area) => areaName(area, t))).toEqual(['Ohio', 'Southern Ohio', 'Puerto Rico', 'Estados Unidos', 'North Northeastern Ohio', 'Alabama']);
  });
});

describe('typing in a list', () => {
  const groups = [
    { id: 'oh', label: 'Ohio', items: [{ id: '39', label: 'Ohio', note: 'whole state' }, { id: 's', label: 'Southern Ohio' }, { id: 'e', label: 'Eastern Ohio' }] },
    { id: 'pr', label: 'Puerto Rico', items: [{ id: '72', label: 'Puerto Rico' }, { id: 'm', label: 'Mayagüez' }] },
  ];
  const found = (typed: string): string[] => narrowGroups(groups, typed).flatMap((group) => group.items.map((item) => item.id));

  it.each([
    ['', ['39', 's', 'e', '72', 'm']], ['ohio', ['39', 's', 'e']], ['ohio south', ['s']], ['SOU oh', ['s']], ['mayaguez', ['m']], ['rico', ['72', 'm']], ['hio', []], ['whole', ['39']],
  ])('"%s" leaves what begins with its words', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it('leaves no empty group', () => {
    expect(narrowGroups(groups, 'eastern').map((group) => group.id)).toEqual(['oh']);
  });
});
