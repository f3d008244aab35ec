import { Injectable } from '@nestjs/common';
import {
  asInput,
  movingNote,
  Problem,
  settledPlan,
  twiceInFile,
  type ForeignReading,
  type ForeignRow,
  type MovingPlan,
} from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { Destinations } from '../dispatch/destinations.js';
import { RecipientRoute } from '../dispatch/recipient-route.js';
import { RecipientRoutes } from '../dispatch/recipient-routes.js';
import { newRouteSchema, type NewRoute } from '../dispatch/route-shapes.js';
import { destinationOf, type MovingDestinations } from './destination-of.js';
import { queueIn } from './moved-account.js';
import { readSystemAddress, type MovedRoute } from './read-system-address.js';

/** System addresses of Znuny, which become routes by recipient. It only adds: a route that is here stays as it is. */
@Injectable()
export class RoutesMovingIn {
  constructor(
    private readonly routes: RecipientRoutes,
    private readonly destinations: Destinations,
  ) {}

  /** Asks the host what destinations it has; outside of any transaction. */
  async places(queues: MovingDestinations['queues']): Promise<MovingDestinations> {
    return { queues, known: await this.destinations.ask().catch(() => null) };
  }

  /** What becomes of each row, in their order. */
  async plan(
    rows: readonly ForeignRow[],
    places: MovingDestinations,
    em: EntityManager,
  ): Promise<MovingPlan[]> {
    const standing = new Map(
      (await em.getRepository(RecipientRoute).find()).map((row) => [row.address, row]),
    );
    const planned = new Map<string, number>();
    return rows.map((row) => {
      const said = readSystemAddress(row);
      return this.planOne(said, standing, planned, places);
    });
  }

  private planOne(
    said: ForeignReading<MovedRoute>,
    standing: ReadonlyMap<string, RecipientRoute>,
    planned: Map<string, number>,
    places: MovingDestinations,
  ): MovingPlan {
    const thing = 'route';
    if (said.kind === 'nothing') return settledPlan(said, { thing: null, verdict: 'nothing' });
    if (said.kind === 'refused')
      return settledPlan(said, { thing, verdict: 'refused', problem: said.problem });
    const { reading, name } = said;
    const { destination, notes } = destinationOf(said.thing.queue, places);
    // A route without a place to lead to is none.
    if (destination === null)
      return settledPlan(said, { thing, verdict: 'nothing', notes: [...reading.said, ...notes] });
    const route = routeOf(said.thing, destination);
    if (route instanceof Problem) return settledPlan(said, { thing, verdict: 'refused', problem: route });
    const twin = planned.get(route.address);
    if (twin !== undefined)
      return settledPlan(said, { thing, verdict: 'refused', problem: twiceInFile(twin) });
    planned.set(route.address, reading.row.line);
    const here = standing.get(route.address);
    if (here) {
      const differs = { setting: 'destination', here: here.destination, there: destination };
      const otherwise = here.destination === destination ? [] : [movingNote('differs-here', differs)];
      return settledPlan(said, { thing, verdict: 'here', id: here.id, notes: otherwise });
    }
    reading.maps(queueIn(reading.row), 'destination', destination);
    const { line } = reading.row;
    return {
      row: {
        line,
        name,
        thing,
        verdict: 'new',
        id: null,
        fields: reading.fields,
        notes: reading.notes,
        problem: null,
      },
      store: (actor, tx) => this.routes.add(route, actor, tx),
    };
  }
}

function routeOf({ address, comment }: MovedRoute, destination: string): NewRoute | Problem {
  try {
    return asInput(newRouteSchema, { address, destination, comment });
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
}
