import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { icoFile } from './icon-files.ts';
import { draw, drawIcons } from './icons.ts';

const HALF_RED = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="1" fill="#ff0000" fill-opacity="0.5"/><rect y="1" width="2" height="1" fill="#0000ff"/></svg>';
/** Width, height and color type as a PNG's header states them. */
const headOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)];

describe('the icons', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark icons ñ '));
    drawIcons(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are pictures of the size that their name says, with transparent corners', () => {
    const files = readdirSync(join(folder, 'png'));
    expect(files).toContain('256x256.png');
    for (const file of files) {
      const size = Number(file.split('x')[0]);
      expect(headOf(readFileSync(join(folder, 'png', file))), file).toEqual([size, size, 6]);
    }
    expect(draw(readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'icons', 'icon.svg'), 'utf8'), 32).pixels[3]).toBe(0);
  });

  it('stand in an .ico whose parts lie one after another, from 16 to 256 pixels', () => {
    const ico = readFileSync(join(folder, 'icon.ico'));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const parts = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + index * 16).map((at) => ({ size: ico.readUInt8(at) || 256, bytes: ico.readUInt32LE(at + 8), offset: ico.readUInt32LE(at + 12) }));
    expect(parts.map(({ size }) => size)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    let end = 6 + parts.length * 16;
    for (const { size, bytes, offset } of parts) {
      expect(offset).toBe(end);
      end = offset + bytes;
      if (size > 64) expect(headOf(ico.subarray(offset))).toEqual([size, size, 6]);
      else expect([ico.readUInt32LE(offset), ico.readInt32LE(offset + 4), ico.readInt32LE(offset + 8)]).toEqual([40, size, size * 2]);
    }
    expect(end).toBe(ico.length);
  });

  it('keep their colors in a bitmap: bottom row first, blue before red, not multiplied by alpha', () => {
    const ico = icoFile([draw(HALF_RED, 2)]);
    const rows = ico.subarray(6 + 16 + 40);
    expect([...rows.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
    expect([...rows.subarray(8, 12)]).toEqual([0, 0, 255, 128]);
  });

  it('stand in an .icns whose lengths add up', () => {
    const icns = readFileSync(join(folder, 'icon.icns'));
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      types.push(icns.toString('latin1', at, at + 4));
      expect(headOf(icns.subarray(at + 8))[2]).toBe(6);
    }
    expect(types).toEqual(['ic11', 'ic12', 'ic07', 'ic13', 'ic08', 'ic14', 'ic09', 'ic10']);
  });
});
