/** Which ways to search stand beside ours. */
import type { Engine } from './engine.ts';
import type { EngineName } from './options.ts';

export type OtherEngine = Exclude<EngineName, 'ours'>;

const MAKERS: Readonly<Record<OtherEngine, () => Promise<Engine>>> = {
  'fts5': async () => new (await import('./engines/fts5.ts')).Fts5(),
  'fts5-bitmaps': async () => new (await import('./engines/fts5-bitmaps.ts')).Fts5Bitmaps(),
  'minisearch': async () => new (await import('./engines/mini-search.ts')).MiniSearchEngine(),
  'flexsearch': async () => new (await import('./engines/flex-search.ts')).FlexSearchEngine(),
  'orama': async () => new (await import('./engines/orama.ts')).OramaEngine(),
};
/** Reads only the library that is asked for: its memory is the program's own. */
export const makeEngine = (name: OtherEngine): Promise<Engine> => MAKERS[name]();
