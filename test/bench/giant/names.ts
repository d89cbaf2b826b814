/** What a credential is called: as registries call them, from the titles of programs and jobs. */
import { draw, pick } from './draws.ts';
import { PURPOSE, type Core } from './core.ts';
import type { Vocabulary } from './vocabulary.ts';

type Pattern = (title: string, level: number) => string;

const PATTERNS: Readonly<Record<Core['kind'], readonly Pattern[]>> = {
  'bachelor': [(t) => `Bachelor of Science in ${t}`, (t) => `Bachelor of Arts in ${t}`, (t) => `${t}, B.S.`, (t) => `${t}, BA`, (t) => `Bachelor's Degree, ${t}`],
  'associate': [
    (t) => `Associate of Applied Science in ${t}`, (t) => `${t}, A.A.S.`, (t) => `Associate of Science in ${t}`, (t) => `${t} Associate Degree`, (t) => `Associate in Arts, ${t}`,
  ],
  'certificate': [
    (t) => `Certificate in ${t}`, (t) => `${t} Certificate`, (t) => `Certificate of Completion, ${t}`, (t) => `Certificate of Achievement in ${t}`,
    (t) => `${t} Technical Certificate`, (t) => `Advanced Certificate in ${t}`, (t) => `${t} - Certificate of Proficiency`, (t) => `Career Certificate: ${t}`,
  ],
  'certification': [(t) => `Certified ${t}`, (t, n) => `${t} Certification, Level ${n}`, (t) => `Professional Certification in ${t}`, (t) => `${t} Specialist Certification`],
  'license': [(t) => `${t} License`, (t) => `Licensed ${t}`, (t) => `Temporary ${t} License`, (t) => `${t} License by Reciprocity`],
  'registry-listing': [(t) => `${t} Registry Listing`, (t) => `Registered ${t}`],
  'apprenticeship': [(t) => `${t} Registered Apprenticeship`, (t) => `${t} Apprenticeship Certificate of Completion`],
  'course-card': [(t) => `${t} Course Completion Card`, (t) => `${t} Safety Card`, (t, n) => `${t} ${n * 10}-Hour Card`],
  'badge': [
    (t) => `${t} Badge`, (t) => `${t} Fundamentals`, (t) => `Introduction to ${t}`, (t, n) => `${t} Level ${n} Digital Badge`, (t) => `Essentials of ${t}`, (t) => `${t} Micro-credential`,
  ],
};
const PATTERNS_ES: Partial<Readonly<Record<Core['kind'], Pattern>>> = {
  'certification': (t) => `Certificación: ${t}`, 'license': (t) => `Licencia: ${t}`, 'apprenticeship': (t) => `Aprendizaje registrado: ${t}`,
};
const TRACKS = ['Evening', 'Online', 'Accelerated', 'Dual Enrollment', 'Honors', 'Bilingual', 'Hybrid', 'Weekend', 'Cohort', 'Transfer'];

/** "Registered Nursing/Registered Nurse" is two names of one program: a school uses one, or both. A lone word of a title names nothing. */
function spoken(title: string, at: number): string {
  const parts = title.split('/').map((part) => part.trim()).filter((part) => part.includes(' ') && !/^(and|or) |,/.test(part));
  const said = parts.length > 1 && at < 0.7 ? pick(parts, at / 0.7) : title;
  return said.replace(/, General$/, '');
}

const titleOf = (core: Core, seed: number): string =>
  core.job ? core.job.title.replace(/s$/, '') : spoken(core.program.title, draw(seed, core.index, PURPOSE.title));

/** Name, Spanish name where one is known, and the other names. */
export function namesOf(core: Core, vocabulary: Vocabulary, seed: number): { readonly name: string; readonly nameEs: string | null; readonly aliases: readonly string[] } {
  const at = (purpose: number): number => draw(seed, core.index, purpose);
  const title = titleOf(core, seed);
  const said = pick(PATTERNS[core.kind], at(PURPOSE.pattern))(title, 1 + Math.floor(at(PURPOSE.level) * 4));
  const track = at(PURPOSE.track);
  const suffix = track < 0.12 ? ` (${pick(TRACKS, track / 0.12)})` : track < 0.3 ? ` - ${spoken(pick(vocabulary.programs, at(PURPOSE.emphasis)).title, 0.2)}` : '';
  const name = `${said}${suffix}`.slice(0, 300);
  const inSpanish = core.job?.titleEs ?? null;
  const spanish = PATTERNS_ES[core.kind];
  const nameEs = inSpanish !== null && spanish && at(PURPOSE.spanish) < 0.6 ? spanish(inSpanish, 1) : null;
  const more = at(PURPOSE.alias);
  const initials = title.split(/[^A-Za-z]+/).filter((word) => /^[A-Z]/.test(word)).map((word) => word.charAt(0)).join('');
  const aliases = more < 0.05 && initials.length > 1 ? [initials] : more < 0.08 ? [title] : more < 0.09 && initials.length > 1 ? [initials, title] : [];
  return { name, nameEs, aliases: aliases.filter((alias) => alias !== name) };
}
