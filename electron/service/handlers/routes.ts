/** Handler of the route finder, over the judged facts of an area. */
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { findRoutes } from '../../../shared/domain/routes/answer.ts';
import { routeAtlas } from '../../../shared/domain/routes/from-facts.ts';
import type { RouteAtlas } from '../../../shared/domain/routes/from-facts.ts';
import { routeQuestion } from '../../../shared/domain/routes/question.ts';
import type { RouteGoal } from '../../../shared/domain/routes/question.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Handlers } from '../dispatcher.ts';
import type { AreaJudgement } from '../judge.ts';
import { routeGround } from '../route-ground.ts';

type Asked = ParsedInputOf<'routes.find'>;
type Found = OutputOf<'routes.find'>;

function goalOf(atlas: RouteAtlas, asked: Asked['goal'], { floor }: AreaJudgement): RouteGoal | null {
  switch (asked.kind) {
    case 'occupation': {
      const occupation = atlas.occupations.findIndex((each) => each.soc === asked.soc);
      return occupation < 0 ? null : { kind: 'occupation', occupation };
    }
    case 'field': return { kind: 'field', field: asked.field };
    case 'good-job': return { kind: 'good-job', floor: floor.floor.value ?? 0 };
  }
}

/** Each question has an atlas of its own: of what reaches its goal. */
export function routeHandlers(db: ReferenceDb, judge: (areaId: string) => AreaJudgement): Pick<Handlers, 'routes.find'> {
  return {
    'routes.find': async ({ areaId, goal: asked, person, limits, popular }): Promise<Found> => {
      const judged = judge(areaId);
      const atlas = routeAtlas(await routeGround(db, judged, asked, [...person.held, ...popular]));
      const goal = goalOf(atlas, asked, judged);
      // No credential on record opens the occupation asked about.
      if (goal === null) return { routes: [], found: 0, missing: [], nothing: { code: 'nothing.no-credential', params: {} }, floor: judged.floor };
      const held = person.held.flatMap((id) => { const at = atlas.graph.ids.indexOf(id); return at < 0 ? [] : [at]; });
      const answer = findRoutes(atlas, routeQuestion(goal, { ...atlas.area, baseline: judged.baseline?.pay.p50 ?? null }, {
        person: { ageMonths: person.ageMonths, diplomaInMonths: person.diplomaInMonths, held, cannot: person.cannot, studyShare: person.studyPercent / 100 },
        limits: { ...limits, miles: null },
      }), popular);
      const bySoc = new Map(atlas.occupations.map((each) => [each.soc, each]));
      const routes = answer.routes.map(({ steps, soc, months, cents, monthsOpen, centsOpen, reasons, risk }) => {
        const job = bySoc.get(soc);
        return { steps, months, cents, monthsOpen, centsOpen, reasons, job: { soc, title: job?.title ?? { en: soc, es: soc }, pay: job?.pay ?? null }, hurdles: risk };
      });
      return { ...(structuredClone({ ...answer, routes }) as Omit<Found, 'floor'>), floor: judged.floor };
    },
  };
}
