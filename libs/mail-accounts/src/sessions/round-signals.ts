import { Injectable } from '@nestjs/common';
import { Clock, InstanceBeat, Pokes, Settings, Ticks } from '@mailroom/kernel';

/** What sets the rounds going. */
@Injectable()
export class RoundSignals {
  constructor(
    readonly beat: InstanceBeat,
    readonly pokes: Pokes,
    readonly clock: Clock,
    readonly settings: Settings,
    readonly ticks: Ticks,
  ) {}
}
