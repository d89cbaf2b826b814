/** Finds a credential by a code that is nobody's word: its id in the registry, or its number on a state's list. */
import { setBit, type Bitmap } from './bitmap.ts';
import type { SearchIndex } from './index.ts';

const LAST_CODE_POINT = '\u{10ffff}';
/** "ce-" and at least eight signs of the number. */
const CTID = /^ce-[0-9a-f]{8}[0-9a-f-]*$/;
/** A code of a list has a digit. */
const LIST_CODE = /^(?=.*\d)[\w.-]{2,20}$/;
const MOST = 100;

/** The credentials that have the code, or whose registry id starts so; null when none has. */
export function findByCode(index: SearchIndex, typed: string): Bitmap | null {
  const { db } = index;
  const text = typed.trim();
  const ctid = text.toLowerCase();
  const ids = CTID.test(ctid)
    ? db.all(db.from('credential').select('id').where('ctid', '>=', ctid).where('ctid', '<', ctid + LAST_CODE_POINT).limit(MOST)).map(({ id }) => id)
    : LIST_CODE.test(text)
      ? db.all(db.from('recognition').select('credential').distinct().where('code', '=', text.toUpperCase()).limit(MOST)).map(({ credential }) => credential)
      : [];
  if (ids.length === 0) return null;
  const bits = index.scratch.borrow();
  for (const doc of index.docsOf(ids).values()) setBit(bits, doc);
  return bits;
}
