/** Every sign that English and Spanish text of this product may need; fonts are cut down to these. */
export const LETTERS = Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('') + '–—‘’“”„•…−€™≥≤·';
