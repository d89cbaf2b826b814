/** Handler of the rubrics, and the judge of the one in force. */
import { listRubrics } from '../../../db/reference/queries/list-rubrics.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { DEFAULT_RUBRIC } from '../../../shared/domain/value/default-rubric.ts';
import type { Handlers } from '../dispatcher.ts';
import { createJudge } from '../judge.ts';
import type { AreaJudgement } from '../judge.ts';
import { createJudgeSource } from '../judge-source.ts';

type Judge = (areaId: string) => AreaJudgement;

/** A judge by the rubric chosen, one for each that was chosen; the usual one is given. */
export function judgeByChoice(db: ReferenceDb, today: () => string, usual: Judge, chosen: () => string): Judge {
  const others = new Map<string, Judge>();
  return (areaId) => {
    const id = chosen();
    if (id === DEFAULT_RUBRIC) return usual(areaId);
    const judge = others.get(id) ?? createJudge(createJudgeSource(db, today, id));
    others.set(id, judge);
    return judge(areaId);
  };
}

export function rubricHandlers(db: ReferenceDb): Pick<Handlers, 'rubrics.list'> {
  return {
    'rubrics.list': () => {
      const all = listRubrics(db);
      return { rubrics: [...all.filter(({ id }) => id === DEFAULT_RUBRIC), ...all.filter(({ id }) => id !== DEFAULT_RUBRIC)].map((each) => ({ ...each })) };
    },
  };
}
