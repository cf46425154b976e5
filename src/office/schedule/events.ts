import { z } from 'zod';

const at = z.iso.datetime();
const run = z.string().min(1);

/** What the run register holds: ids, days and error codes; no person and no count. */
export const scheduleEvent = z.discriminatedUnion('event', [
  /** A line of the schedule was seen for the first time: its runs are due from that day on. */
  z.strictObject({ event: z.literal('noted'), at, task: z.string().min(1), on: z.iso.date() }),
  /** A run begins. `draft` is the id its draft will have, `before` the candidates that were there. */
  z.strictObject({
    event: z.literal('claimed'),
    at,
    run,
    on: z.iso.date(),
    draft: z.string().min(1),
    before: z.array(z.string()),
  }),
  /** A run is finished for ever; `made` are ids of drafts, candidates or documents. */
  z.strictObject({ event: z.literal('done'), at, run, made: z.array(z.string()) }),
  z.strictObject({ event: z.literal('refused'), at, run, code: z.string().min(1) }),
]);

export type ScheduleEvent = z.infer<typeof scheduleEvent>;
export type Claim = Extract<ScheduleEvent, { event: 'claimed' }>;

/** Where a run stands. `claimed` without an end: it was stopped, or it is at work. */
export type RunState = {
  readonly claim: Claim;
  readonly state: 'claimed' | 'done' | 'refused';
  readonly made: readonly string[];
  readonly code: string | undefined;
};

/** The register as its events leave it. */
export type Register = {
  /** First day of every line of the schedule, by its name. */
  readonly since: ReadonlyMap<string, string>;
  readonly runs: ReadonlyMap<string, RunState>;
};

export function foldEvents(events: Iterable<unknown>): Register {
  const since = new Map<string, string>();
  const runs = new Map<string, RunState>();
  for (const value of events) {
    const event = scheduleEvent.parse(value);
    if (event.event === 'noted') since.set(event.task, event.on);
    else if (event.event === 'claimed')
      runs.set(event.run, { claim: event, state: 'claimed', made: [], code: undefined });
    else {
      const { claim } = runs.get(event.run) ?? {};
      if (claim === undefined) continue;
      const made = event.event === 'done' ? event.made : [];
      runs.set(event.run, {
        claim,
        state: event.event,
        made,
        code: event.event === 'refused' ? event.code : undefined,
      });
    }
  }
  return { since, runs };
}
