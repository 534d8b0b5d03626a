import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Control } from '../../lib/check/pod-security/control';
import { type CheckedPod } from '../../lib/check/pod-security/stored-pod';
import { objectField } from '../../lib/model/json-object';
import { readManifests } from '../../lib/read/read-manifests';
import { type CHECKED_LEVELS } from '../../test/check/pod-security/policy-verdicts';

export type Level = (typeof CHECKED_LEVELS)[number];

/** A pod that upstream says passes or fails a level of a version. */
export interface Fixture {
  readonly level: Level;
  readonly minor: number;
  readonly outcome: 'pass' | 'fail';
  /** The id of a control in lower case, and a number. */
  readonly name: string;
  readonly pod: CheckedPod;
}

/** The fixtures of k8s.io/pod-security-admission, in a folder `test/testdata` of it. */
export function readFixtures(testdata: string): readonly Fixture[] {
  return readdirSync(testdata, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((file) => {
      const [, level, minor, outcome, name] =
        /^(baseline|restricted)\/v1\.(\d+)\/(pass|fail)\/(\w+)\.yaml$/.exec(file) ?? [];
      if (level === undefined || name === undefined) return [];
      const { objects, problems } = readManifests(readFileSync(join(testdata, file), 'utf8'), file);
      const object = objects[0]?.object;
      if (object === undefined || problems.length > 0) throw new Error(`${file} is no manifest`);
      return {
        level: level as Level,
        minor: Number(minor),
        outcome: outcome as 'pass' | 'fail',
        name,
        pod: { metadata: objectField(object, 'metadata') ?? {}, spec: objectField(object, 'spec') ?? {} },
      };
    });
}

/** Whether a fixture is named for a control; one of `baseline` may have been overridden at `restricted`. */
export function isNamedFor(name: string, { id, overrides }: Control): boolean {
  const sought = name.replace(/\d+$/, '');
  return [id, overrides].some((each) => each?.toLowerCase() === sought);
}
