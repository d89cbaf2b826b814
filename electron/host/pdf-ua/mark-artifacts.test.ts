import { describe, expect, it } from 'vitest';
import { mcidOf, operationsOf } from './content-operations.ts';
import { markArtifacts } from './mark-artifacts.ts';

const none = (): boolean => false;
const mark = (content: string, isPicture: (mcid: number) => boolean = none) => markArtifacts(content, isPicture);

describe('marking artifacts', () => {
  it('wraps what is painted outside of all marks, from the beginning of its path', () => {
    expect(mark('q\n0 0 9 9 re\nf\nQ').content).toBe('q\n/Artifact BMC\n0 0 9 9 re\nf\nEMC\nQ');
    expect(mark('/X5 Do').content).toBe('/Artifact BMC\n/X5 Do\nEMC');
  });

  it('leaves alone a path that only clips, and what is marked already', () => {
    for (const content of ['0 0 9 9 re W n', '/Artifact BMC\n0 0 9 9 re f\nEMC', '/P <</MCID 0 >>BDC\nBT (a) Tj ET\nEMC', '0 0 9 9 re W n\n/P <</MCID 0 >>BDC\nBT <0041> Tj ET\nEMC']) {
      expect(mark(content)).toEqual({ content, dropped: [] });
    }
  });

  it('takes words before the first tag for the running foot, and later ones for an artifact only', () => {
    const { content } = mark('BT (Page 1) Tj ET\n/P <</MCID 0 >>BDC BT (a) Tj ET EMC\nBT (b) Tj ET');
    expect(content).toBe('/Artifact <</Type /Pagination /Subtype /Footer >>BDC\nBT (Page 1) Tj ET\nEMC\n/P <</MCID 0 >>BDC BT (a) Tj ET EMC\n/Artifact BMC\nBT (b) Tj ET\nEMC');
  });

  it('makes an artifact of tagged content that says nothing, but not of lines of a figure', () => {
    const content = '/TR <</MCID 3 >>BDC\n0 0 9 1 re f\nEMC\n/Figure <</MCID 4 >>BDC\n0 0 9 1 re f\nEMC\n/P <</MCID 5 >>BDC\nEMC';
    expect(mark(content, (mcid) => mcid === 4)).toEqual({
      content: '/Artifact BMC\n0 0 9 1 re f\nEMC\n/Figure <</MCID 4 >>BDC\n0 0 9 1 re f\nEMC\n/Artifact BMC\nEMC', dropped: [3, 5],
    });
  });

  it('is not misled by operators within strings, comments and pictures', () => {
    const content = '/P <</MCID 0 >>BDC BT (EMC \\) f) Tj ET EMC % 0 0 1 1 re f\n/Artifact BMC BI /W 1 ID f S EMC EI EMC';
    expect(mark(content)).toEqual({ content, dropped: [] });
    expect([...operationsOf(content)].map(({ operator }) => operator)).toEqual(['BDC', 'BT', 'Tj', 'ET', 'EMC', 'BMC', 'BI', 'ID', 'EI', 'EMC']);
  });

  it('reads the number of marked content', () => {
    expect(mcidOf('/P <</MCID 12 >>')).toBe(12);
    expect(mcidOf('/Artifact <</Type /Pagination >>')).toBeNull();
  });
});
