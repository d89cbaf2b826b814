import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { countyGroups, countyOf } from './county-groups.ts';
import type { CountyLike } from './county-groups.ts';
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

describe('finding an area by its county', () => {
  const t = createTranslator('en');
  const counties: readonly CountyLike[] = [['Adams County', '39', '3900004'], ['Athens County', '39', '3900004'], ['Franklin County', '39', '39'], ['Franklin County', '01', '01'], ['Las Marías Municipio', '72', '72'], ['Nowhere County', '99', '99']];
  const groups = [...groupAreas(areas).map(({ head, parts }) => ({ id: head.id, label: areaName(head, t), items: [head, ...parts].map((area) => ({ id: area.id, label: areaName(area, t) })) })), ...countyGroups(counties, areas, t)];
  const found = (typed: string): string[] => narrowGroups(groups, typed).flatMap((group) => group.items.map((item) => countyOf(item.id, counties)?.slice(0, 2).join(' ') ?? item.id));

  it('shows no county until something is typed', () => {
    expect(found('')).toEqual(['us', '01', '39', '3900002', '3900004', '72']);
    expect(found('a')).not.toContain('Athens County 39');
  });

  it.each([
    ['athens', ['Athens County 39']], ['Athens County, Ohio', ['Athens County 39']], ['franklin', ['Franklin County 01', 'Franklin County 39']],
    ['franklin oh', ['Franklin County 39']], ['las marias', ['Las Marías Municipio 72']], ['ohio', ['39', '3900002', '3900004']], ['nowhere', []],
  ])('"%s" finds it', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it('says whose figures stand for a county', () => {
    expect(countyGroups(counties, areas, t).flatMap((group) => group.items.map((item) => `${item.label}, ${item.note ?? ''}`))).toEqual([
      'Franklin County, metro area: figures of the whole state, Alabama', 'Adams County, figures of Southern Ohio', 'Athens County, figures of Southern Ohio',
      'Franklin County, metro area: figures of the whole state, Ohio', 'Las Marías Municipio, metro area: figures of the whole state, Puerto Rico',
    ]);
  });

  it('shows no more than one can look through', () => {
    const many = Array.from({ length: 60 }, (_, index): CountyLike => [`Washington ${index} County`, '39', '39']);
    expect(narrowGroups(countyGroups(many, areas, t), 'washington').flatMap((group) => group.items)).toHaveLength(40);
  });
});
