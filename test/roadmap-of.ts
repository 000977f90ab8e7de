import type { Action, Roadmap } from '../server/src/model/roadmap';

const NOWHERE = { start: 0, end: 0 };

/** A roadmap for a test: ids and titles of actions, everything else empty unless `rest` says otherwise. */
export function roadmapOf(
  id: string,
  actions: readonly (readonly [id: string, title: string])[],
  rest: Partial<Roadmap> = {},
): Roadmap {
  return {
    id,
    title: 'Test roadmap',
    references: [],
    labels: ['Action'],
    numbering: 'own',
    statuses: [],
    areas: [],
    actions: actions.map(([action, title]): Action => actionOf(action, title)),
    commitments: [],
    uri: `test:/${id}.roadmap.yaml`,
    idSpan: NOWHERE,
    ...rest,
  };
}

function actionOf(id: string, title: string): Action {
  return { id, title, actors: [], deadline: {}, deliverables: [], span: NOWHERE, idSpan: NOWHERE };
}
