import { CronSchedule } from '../../../lib/model/cron';
import { CronError } from '../../../lib/model/cron/cron-error';
import next from '../fixtures/cron-next.json';
import parse from '../fixtures/cron-parse.json';

type ParseCase = [schedule: string, error: string | null];
type NextCase = [schedule: string, timeZone: string, after: number, steps: number[]];

function errorOf(schedule: string): string | null {
  try {
    CronSchedule.parse(schedule);
    return null;
  } catch (error) {
    if (error instanceof CronError) return error.serverMessage;
    throw error;
  }
}

function stepsOf([schedule, timeZone, after, expected]: NextCase): number[] {
  const cron = CronSchedule.parse(schedule);
  const steps: number[] = [];
  let time = new Date(after);
  while (steps.length < expected.length) {
    const run = cron.nextRun(time, timeZone);
    if (run === undefined) return [...steps, -1];
    steps.push(Math.floor(run.getTime() / 1000) - Math.floor(time.getTime() / 1000));
    time = run;
  }
  return steps;
}

describe('agreement with robfig/cron v3.0.1', () => {
  test('the same schedules parse, and the others fail with the same message', () => {
    const cases = parse.cases as ParseCase[];
    expect(cases.map(([schedule]) => [schedule, errorOf(schedule)])).toEqual(cases);
    expect(cases.length).toBeGreaterThan(600);
  });

  test('runs come at the same seconds in every zone, over changes of the clock', () => {
    const cases = next.cases as NextCase[];
    expect(cases.map((row) => [row[0], row[1], row[2], stepsOf(row)])).toEqual(cases);
    expect(cases.length).toBeGreaterThan(900);
  });
});
