/**
 * What a person wants of a thing, told from the thing itself. "cna classes near me" looks for "cna";
 * the other words say what for, and no name holds them. They are looked for first all the same,
 * and left out only where with them little is found.
 */
import { MOST_WORDS, SMALL_WORDS, stemOf, wordsOf } from './normalize.ts';

/** Words about wishing, places to learn and papers in general, in both languages, without accents. */
const WISHES: ReadonlySet<string> = new Set([
  'a', 'an', 'be', 'become', 'becoming', 'best', 'cert', 'certificate', 'certification', 'certifications', 'certs', 'class', 'classes', 'course',
  'courses', 'do', 'fast', 'find', 'free', 'get', 'getting', 'how', 'i', 'in', 'job', 'jobs', 'learn', 'like', 'me', 'my', 'near', 'need', 'online', 'or',
  'program', 'programs', 'quick', 'school', 'schools', 'someone', 'something', 'start', 'stuff', 'things', 'training', 'want', 'what', 'with', 'work', 'working',
  'algo', 'aprender', 'carrera', 'cerca', 'certificacion', 'certificado', 'clase', 'clases', 'como', 'con', 'cosas', 'curso', 'cursos', 'empleo', 'escuela',
  'estudiar', 'gratis', 'hacer', 'hacerme', 'linea', 'mi', 'o', 'para', 'programa', 'puedo', 'quiero', 'rapido', 'sacar', 'ser', 'trabajar', 'trabajo', 'trabajos', 'un', 'una',
]);
/** The word after one of these is not wanted: "without", "no". */
const NEGATIONS: ReadonlySet<string> = new Set(['no', 'non', 'not', 'without', 'sin']);
/** What may stand between such a word and what is not wanted. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'any', 'un', 'una', ...SMALL_WORDS]);
const DEGREES = ['associate', 'bachelor'] as const;
export type DegreeKind = (typeof DEGREES)[number];
/** Words for years of college, with the kinds of credential that are meant: a name may hold "associate" and be no degree. */
const COLLEGE: ReadonlyMap<string, readonly DegreeKind[]> = new Map<string, readonly DegreeKind[]>([
  ...['degree', 'college', 'university', 'universidad', 'titulo', 'carrera', 'colegio'].map((word) => [word, DEGREES] as const),
  ...['bachelor', 'licenciatura'].map((word) => [word, ['bachelor'] as const] as const),
]);

export interface Intent {
  /** The words that name the thing. */
  readonly words: readonly string[];
  /** Words of which a thing may have none. */
  readonly without: readonly string[];
  /** Kinds that a credential may not be. */
  readonly withoutKinds: readonly DegreeKind[];
}

/** The thing that is meant, or null when every word of the text names it, or none does. Example: `intentOf('nurse no degree')` has words `['nurse']` and no degrees. */
export function intentOf(text: string): Intent | null {
  const typed = wordsOf(text).slice(0, MOST_WORDS);
  const words: string[] = [];
  const without: string[] = [];
  const withoutKinds: DegreeKind[] = [];
  let negated = false;
  for (const word of typed) {
    if (NEGATIONS.has(word)) {
      negated = true;
    } else if (negated && !ARTICLES.has(word)) {
      const degrees = COLLEGE.get(stemOf(word));
      if (degrees) withoutKinds.push(...degrees);
      else without.push(stemOf(word));
      negated = false;
    } else if (!WISHES.has(word) && !SMALL_WORDS.has(word)) {
      words.push(word);
    }
  }
  const small = typed.filter((word) => !SMALL_WORDS.has(word));
  return words.length === 0 || words.length === small.length ? null : { words, without, withoutKinds };
}
