import { describe, expect, it } from 'vitest';
import { narrowCommands } from './palette-commands.ts';

const commands = ['Home', 'Compare', 'Choose the area', 'Cambiar a español', 'Print good jobs here'].map((label) => ({ id: label, label, run: () => undefined }));
const labels = (typed: string) => narrowCommands(commands, typed).map(({ label }) => label);

describe('commands narrowed by what is typed', () => {
  it('have each typed word as the start of one of theirs, without case or accents', () => {
    expect(labels('AREA ch')).toEqual(['Choose the area']);
    expect(labels('espanol')).toEqual(['Cambiar a español']);
    expect(labels('c')).toEqual(['Compare', 'Choose the area', 'Cambiar a español']);
    expect(labels('obs')).toEqual([]);
  });
  it('are all there while nothing is typed, and none where a word fits none', () => {
    expect(labels('  ')).toHaveLength(commands.length);
    expect(labels('nurse')).toEqual([]);
    expect(labels('print zebra')).toEqual([]);
  });
});
