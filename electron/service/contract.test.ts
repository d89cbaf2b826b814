/** Every method of the contract through the dispatcher, over real databases. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, METHOD_NAMES } from '../../shared/contract/index.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/index.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import { writeOverlay } from './overlay/overlay-file.ts';
import { buildResources, makeFolder, PASSPHRASE, removeFolder, startTestService } from './testing.ts';
import type { TestService } from './testing.ts';
import { placePublisher, writeSmallEdition } from './test-stick.ts';

/** In every text a person types about a student; it may be in no refusal. */
const CANARY = 'Zyxquil Vantrope';
const NEVER = 'no-such-id';
const STUDENT: InputOf<'students.create'> = {
  name: CANARY, grade: 11, graduates: '2027-06', birthMonth: '2009-03', lang: 'es', areaId: '39', largePrint: false, studentNumber: 'N-1',
  hasDiploma: false, wageCents: 1450, hoursPerWeek: 20, note: `${CANARY} likes anatomy.`,
};
const CREDENTIAL = 'comptia-a-plus';
const NURSE_AIDE: InputOf<'overlay.put'>['entry'] = {
  kind: 'program', credentialId: 'nurse-aide', credentialName: { en: 'Nurse aide', es: 'Auxiliar de enfermería' }, title: '', provider: 'Pickaway CTE Center', city: 'Circleville', county: 'Pickaway',
  contact: 'Ms. Alvarez', phone: '740-555-0112', hours: 'weekdays 8 to 3', web: '', delivery: 'in-person', weeks: 6, clockHours: 75, priceCents: 0, payers: ['district'], seats: 12,
  startsOn: '2027-01-11', runs: true, listed: null, note: 'Room 12.', checkedOn: '2026-11-20', checkedBy: '',
};
const inArea = { areaId: '39' };
const paper = { lang: 'en', large: false } as const;

let folder: string;
let service: TestService;
/** What a story learned: ids that later calls need. */
const known = { studentId: NEVER, planId: NEVER, earnedId: NEVER, backupId: NEVER, recoveryCode: '', handle: '', evidence: '', pack: '', digest: '', entryId: NEVER, stick: '' };
const done = new Set<MethodName>();
const refusals: string[] = [];

/** Codes that the dispatcher itself may answer with. */
const ALWAYS = ['input-invalid', 'vault-locked'];

async function send(name: MethodName, input: unknown): Promise<Envelope<unknown>> {
  const reply = await service.service.dispatch(name, input);
  // Only JSON crosses: what is lost on the way would be lost for the page.
  expect(JSON.parse(JSON.stringify(reply))).toStrictEqual(reply);
  if (reply.ok) contract[name].output.parse(reply.value);
  else {
    refusals.push(JSON.stringify(reply));
    expect([...ALWAYS, ...contract[name].errors], `${name} is not declared to answer ${reply.code}`).toContain(reply.code);
  }
  return reply;
}

interface Step {
  readonly name: MethodName;
  readonly input: () => unknown;
  readonly learn: (value: unknown) => void;
}
const step = <N extends MethodName>(name: N, input: () => InputOf<N>, learn: (value: OutputOf<N>) => void = () => undefined): Step =>
  ({ name, input, learn: (value) => { learn(value as OutputOf<N>); } });

/** A valid input for each method, in an order that makes sense; each is also spoiled in every place. */
const STORY: readonly Step[] = [
  step('app.getStatus', () => ({})),
  step('app.setSettings', () => ({ areaId: '39', schoolName: 'West High', autoLockMinutes: 30 })),
  step('app.getStorage', () => ({})),
  step('app.openLink', () => ({ url: 'https://www.bls.gov/oes/' })),
  step('app.copyText', () => ({ text: 'https://www.bls.gov/' })),
  step('app.reportActivity', () => ({})),
  step('reference.listAreas', () => ({})),
  step('reference.listCounties', () => ({})),
  step('reference.getEdition', () => ({})),
  step('reference.listSources', () => ({})),
  step('updates.getState', () => ({})),
  step('updates.configure', () => ({ mode: 'daily', askAboveMb: 5, address: 'https://updates.example.org/waymark/' })),
  step('updates.chooseFolder', () => ({ typed: null }), ({ handle }) => { known.stick = handle ?? ''; }),
  step('updates.check', () => ({ folder: known.stick }), ({ found }) => expect(found).toMatchObject({ edition: '2027-01', from: 'folder', way: 'pack' })),
  step('updates.pause', () => ({})),
  step('updates.fetch', () => ({}), ({ ready }) => { expect(ready?.warnings.map(({ code }) => code)).toContain('rows-removed'); }),
  step('updates.apply', () => ({ despiteWarnings: true }), ({ ready }) => { expect(ready).toBeNull(); }),
  step('updates.cancel', () => ({})),
  step('updates.export', () => ({ folder: known.stick }), (value) => expect(value).toMatchObject({ edition: '2027-01', hasPack: true })),
  step('packs.goBack', () => ({})),
  step('packs.getState', () => ({})),
  step('packs.chooseFile', () => ({}), ({ handle }) => { known.pack = handle ?? ''; }),
  step('packs.inspect', () => ({ handle: known.pack })),
  step('packs.compare', () => ({ handle: known.pack })),
  step('packs.install', () => ({ handle: known.pack }), ({ digest }) => { known.digest = digest; }),
  step('packs.goBack', () => ({})),
  step('packs.listEditions', () => ({})),
  step('packs.use', () => ({ digest: known.digest })),
  step('packs.remove', () => ({ digest: '0'.repeat(64) })),
  step('packs.cancel', () => ({})),
  step('changes.get', () => ({ areaId: '39' })),
  step('overlay.put', () => ({ id: null, entry: NURSE_AIDE }), ({ id }) => { known.entryId = id; }),
  step('overlay.get', () => ({ credentialId: NURSE_AIDE.credentialId })),
  step('overlay.choosePlace', () => ({ suggestedName: 'ours.json' }), ({ handle }) => { known.handle = handle ?? ''; }),
  step('overlay.exportFile', () => ({ handle: known.handle })),
  step('overlay.remove', () => ({ id: known.entryId })),
  step('overlay.undo', () => ({})),
  step('overlay.redo', () => ({})),
  step('overlay.chooseFile', () => ({}), ({ handle }) => {
    known.pack = handle ?? '';
    service.host.packPath = join(folder, 'theirs.json');
  }),
  step('overlay.openFile', () => ({ handle: known.pack })),
  step('overlay.importFile', () => ({ handle: known.pack })),
  step('reference.search', () => ({ text: 'comptia', ...inArea, lang: 'en', sort: 'pay', limit: 10 })),
  step('reference.getCredential', () => ({ id: CREDENTIAL, ...inArea }), ({ evidence }) => { known.evidence = evidence[0]?.id ?? ''; }),
  step('reference.getOccupation', () => ({ soc: '47-2111', ...inArea })),
  step('reference.getCompareFacts', () => ({ credentialIds: [CREDENTIAL, 'electrician-apprenticeship'], ...inArea })),
  step('reference.listGoodJobs', () => ({ ...inArea, interests: ['R'], limit: 20 })),
  step('reference.listWarnings', () => ({ ...inArea })),
  step('training.listHere', () => ({ credentialId: 'nurse-aide', areaId: '34' })),
  step('schools.listNear', () => ({ credentialId: 'registered-nurse-associate', ...inArea })),
  step('schools.getSchool', () => ({ id: '203155', ...inArea })),
  step('routes.find', () => ({ ...inArea, goal: { kind: 'occupation', soc: '47-2111' }, person: { ageMonths: 204, diplomaInMonths: 7, held: [], cannot: [], studyPercent: 100 }, limits: { months: null, cents: null }, popular: [CREDENTIAL] })),
  step('rubrics.list', () => ({})),
  step('payers.listHints', () => ({ credentialId: CREDENTIAL, ...inArea, person: { inHighSchool: false, studentAidIndex: null, veteran: null, getsSnap: null, disability: null } })),
  step('reference.explainFigure', () => ({ source: null, evidence: known.evidence })),
  step('vault.getState', () => ({})),
  step('vault.create', () => ({ passphrase: PASSPHRASE }), ({ recoveryCode }) => { known.recoveryCode = recoveryCode; }),
  step('vault.lock', () => ({})),
  step('vault.unlock', () => ({ passphrase: PASSPHRASE })),
  step('vault.changePassphrase', () => ({ current: PASSPHRASE, next: `${PASSPHRASE} again` })),
  step('vault.makeRecoveryCode', () => ({ passphrase: `${PASSPHRASE} again` }), ({ recoveryCode }) => { known.recoveryCode = recoveryCode; }),
  step('students.create', () => STUDENT, ({ id }) => { known.studentId = id; }),
  step('students.update', () => ({ id: known.studentId, fields: { grade: 12 } })),
  step('students.putEarned', () => ({ studentId: known.studentId, earned: { id: null, credentialId: 'first-aid-cpr', name: 'First aid', earnedOn: '2026-03', expiresOn: null } }), ({ id }) => { known.earnedId = id; }),
  step('plans.create', () => ({ studentId: known.studentId, ...inArea, lang: 'es', goal: `${CANARY} repairs computers`, credentialIds: [CREDENTIAL] }), ({ id }) => { known.planId = id; }),
  step('plans.get', () => ({ id: known.planId })),
  step('plans.edit', () => ({ id: known.planId, edit: { type: 'put-action', action: { id: null, text: `Call ${CANARY}`, who: '', phone: '', dueOn: '2026-12-01', done: false } } })),
  step('plans.proposeDates', () => ({ id: known.planId, doneBy: null })),
  step('plans.setDates', () => ({ id: known.planId, dates: [] })),
  step('plans.addCredential', () => ({ id: known.planId, credentialId: CREDENTIAL })),
  step('plans.getChanges', () => ({ id: known.planId })),
  step('plans.listTouched', () => ({})),
  step('plans.refreshFigures', () => ({ ids: [known.planId] })),
  step('history.get', () => ({})),
  step('history.undo', () => ({})),
  step('history.redo', () => ({})),
  step('students.list', () => ({})),
  step('students.get', () => ({ id: known.studentId })),
  step('print.getDocument', () => ({ request: { kind: 'family-plan', planId: known.planId, ...paper, studentNumber: true } })),
  step('print.countPages', () => ({ request: { kind: 'credential-sheet', credentialId: CREDENTIAL, ...inArea, ...paper } })),
  step('print.chooseFile', () => ({ suggestedName: 'plan.pdf' }), ({ handle }) => { known.handle = handle ?? ''; }),
  step('print.savePdf', () => ({ request: { kind: 'family-plan', planId: known.planId, ...paper, studentNumber: false }, handle: known.handle })),
  step('print.toPrinter', () => ({ request: { kind: 'walk-in-plan', credentialIds: [CREDENTIAL], ...inArea, ...paper } })),
  step('print.listLog', () => ({})),
  step('vault.backUpNow', () => ({}), ({ id }) => { known.backupId = id; }),
  step('vault.listBackups', () => ({})),
  step('plans.remove', () => ({ id: known.planId })),
  step('students.removeEarned', () => ({ id: known.earnedId })),
  step('students.remove', () => ({ id: known.studentId })),
  step('vault.restoreBackup', () => ({ id: known.backupId })),
  step('vault.unlockWithRecoveryCode', () => ({ recoveryCode: known.recoveryCode, newPassphrase: PASSPHRASE })),
];

beforeAll(async () => {
  folder = await makeFolder();
  await buildResources(join(folder, 'resources'));
  service = await startTestService({ dataDir: join(folder, 'data'), resourcesDir: join(folder, 'resources') });
  service.host.packPath = join(folder, 'resources', 'starter.pack');
  await writeFile(join(folder, 'theirs.json'), writeOverlay({ format: 'waymark-overlay', version: 1, school: 'East High', madeOn: '2026-11-24', entries: [{ ...NURSE_AIDE, id: 'theirs', school: 'East High', changedAt: '2026-11-24T10:00:00.000Z' }] }));
  const publisher = await placePublisher(folder, join(folder, 'data'));
  await writeSmallEdition(join(folder, 'small.pack'), '2027-01');
  await publisher.publish(join(folder, 'small.pack'));
  service.host.folderPath = publisher.dir;
});
afterAll(async () => {
  await service.service.stop();
  await removeFolder(folder);
});

/** Copies of an input, each with one place made wrong, and the name of that place. */
function* spoiled(input: unknown, path: readonly string[] = []): Generator<{ readonly where: string; readonly input: unknown }> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return;
  for (const [key, value] of Object.entries(input)) {
    const where = [...path, key];
    const wrong = { [CANARY]: true };
    yield { where: where.join('.'), input: { ...input, [key]: wrong } };
    for (const inner of spoiled(value, where)) yield { where: inner.where, input: { ...input, [key]: inner.input } };
  }
  yield { where: path.join('.') || 'input', input: { ...input, [CANARY.replaceAll(' ', '')]: 1 } };
}

describe('every method', () => {
  it.each(METHOD_NAMES.filter((name) => contract[name].needs === 'unlocked vault'))('%s is refused while the vault is locked', async (name) => {
    expect(await send(name, STORY.find((each) => each.name === name)?.input())).toEqual({ ok: false, code: 'vault-locked', params: {} });
  });

  it.each(STORY)('$name answers a valid call in the form it declares', async ({ name, input, learn }) => {
    const given = input();
    for (const wrong of spoiled(given)) {
      const reply = await send(name, wrong.input);
      expect(reply, `${name} ${wrong.where}`).toMatchObject({ ok: false, code: 'input-invalid' });
      const where = reply.ok ? '' : String(reply.params['where']);
      // A wrong word that tells two forms apart hides what follows it.
      expect(where === wrong.where || where.startsWith(`${wrong.where}.`) || wrong.where.startsWith(`${where}.`), `${name}: ${wrong.where} was called ${where}`).toBe(true);
    }
    for (const nothing of [null, undefined, [], 'text', 7]) expect(await send(name, nothing)).toMatchObject({ code: 'input-invalid', params: { where: 'input' } });
    service.events.length = 0;
    const reply = await send(name, given);
    expect(reply).toMatchObject({ ok: true });
    const { changes } = contract[name];
    expect(service.events.filter((event) => event.type === 'changed')).toEqual(changes.length > 0 ? [{ type: 'changed', kinds: [...changes] }] : []);
    if (reply.ok) learn(reply.value);
    done.add(name);
  });

  it('was called', () => {
    expect(METHOD_NAMES.filter((name) => !done.has(name))).toEqual([]);
  });
});

describe('a refusal', () => {
  const beforehand = async (): Promise<void> => {
    if ((await service.call('vault.getState', {})).state === 'locked') await service.call('vault.unlock', { passphrase: PASSPHRASE });
  };
  it.each([undefined, null, 7, {}, [], '', 'nope', '__proto__', 'constructor', 'toString', 'app.getstatus', 'vault.unlock ', ['app.getStatus']])('answers the name %j', async (name) => {
    expect(await service.service.dispatch(name, {})).toEqual({ ok: false, code: 'unknown-method', params: {} });
  });

  const refused: readonly (readonly [string, MethodName, () => unknown, object])[] = [
    ['an area there is none of', 'reference.search', () => ({ text: '', areaId: '99', lang: 'en' }), { code: 'not-found', params: { what: 'area' } }],
    ['a credential there is none of', 'reference.getCredential', () => ({ id: NEVER, ...inArea }), { code: 'not-found', params: { what: 'credential' } }],
    ['a school there is none of', 'schools.getSchool', () => ({ id: '999999', ...inArea }), { code: 'not-found', params: { what: 'school' } }],
    ['an occupation there is none of', 'reference.getOccupation', () => ({ soc: '99-9999', ...inArea }), { code: 'not-found', params: { what: 'occupation' } }],
    ['a student there is none of', 'students.get', () => ({ id: NEVER }), { code: 'not-found', params: { what: 'student' } }],
    ['a plan there is none of', 'plans.get', () => ({ id: NEVER }), { code: 'not-found', params: { what: 'plan' } }],
    ['a plan for nobody', 'plans.create', () => ({ studentId: NEVER, ...inArea, lang: 'en', goal: '', credentialIds: [CREDENTIAL] }), { code: 'not-found', params: { what: 'student' } }],
    ['paper of a plan there is none of', 'print.getDocument', () => ({ request: { kind: 'family-plan', planId: NEVER, ...paper, studentNumber: false } }), { code: 'not-found', params: { what: 'plan' } }],
    ['a second vault', 'vault.create', () => ({ passphrase: PASSPHRASE }), { code: 'vault-exists' }],
    ['a wrong passphrase', 'vault.changePassphrase', () => ({ current: 'not the passphrase', next: PASSPHRASE }), { code: 'vault-wrong-passphrase' }],
    ['a weak passphrase', 'vault.changePassphrase', () => ({ current: PASSPHRASE, next: 'short' }), { code: 'vault-weak-passphrase', params: { reason: 'short', minimum: 12 } }],
    ['a wrong recovery code', 'vault.unlockWithRecoveryCode', () => ({ recoveryCode: 'ABC', newPassphrase: PASSPHRASE }), { code: 'vault-wrong-recovery-code', params: { reason: 'length' } }],
    ['a backup there is none of', 'vault.restoreBackup', () => ({ id: '../../etc' }), { code: 'vault-backup-missing' }],
    ['a month there is none of', 'students.create', () => ({ ...STUDENT, graduates: '2027-13' }), { code: 'input-invalid', params: { where: 'graduates' } }],
    ['a day there is none of', 'plans.edit', () => ({ id: known.planId, edit: { type: 'fields', fields: { meetingOn: '2026-02-30' } } }), { code: 'input-invalid', params: { where: 'edit.fields.meetingOn' } }],
    ['a link that is not secure', 'app.openLink', () => ({ url: 'http://example.org/' }), { code: 'input-invalid', params: { where: 'url' } }],
  ];
  it.each(refused)('names what is wrong with %s', async (_, name, input, expected) => {
    await beforehand();
    expect(await send(name, input())).toMatchObject({ ok: false, ...expected });
  });

  it('of a port comes through with its code, and nothing is written down', async () => {
    await beforehand();
    const [planId] = (await service.call('students.list', {})).students.map(({ id }) => id);
    const file = await service.call('students.get', { id: planId ?? NEVER });
    const before = (await service.call('print.listLog', {})).prints.length;
    service.host.refuseWith = new CodedError('cancelled');
    expect(await send('print.toPrinter', { request: { kind: 'family-plan', planId: file.plans[0]?.id ?? NEVER, ...paper, studentNumber: false } })).toMatchObject({ code: 'cancelled' });
    expect((await service.call('print.listLog', {})).prints).toHaveLength(before);
  });

  it('never says what a person typed', () => {
    expect(refusals.length).toBeGreaterThan(300);
    expect(refusals.filter((text) => text.includes('Zyxquil') || text.includes('Vantrope') || text.includes(PASSPHRASE) || text.includes(folder))).toEqual([]);
  });

  it('is all there is after the end', async () => {
    await service.service.stop();
    expect(await service.service.dispatch('app.getStatus', {})).toEqual({ ok: false, code: 'service-stopped', params: {} });
    await rm(join(folder, 'data'), { recursive: true });
  });
});
