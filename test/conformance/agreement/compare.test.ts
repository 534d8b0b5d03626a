import { compare } from '../../../conformance/agreement/compare';
import { fieldPattern, fieldSteps, sharedPattern } from '../../../conformance/agreement/field-path';
import {
  decodeOutcome,
  encodeOutcome,
  type Outcome,
  outcomeOf,
} from '../../../conformance/agreement/outcome';
import { type OurFinding } from '../../../conformance/agreement/ours';

const invalid = (...fields: readonly string[]): Outcome =>
  outcomeOf({
    accepted: false,
    status: {
      kind: 'Status',
      code: 422,
      reason: 'Invalid',
      message: 'it is invalid',
      details: { causes: fields.map((field) => ({ field, message: 'Invalid value' })) },
    },
    warnings: [],
  });
const finding = (field: string, code = 'K201'): OurFinding => ({ code, fields: [field], title: 'is wrong' });
const accepted = outcomeOf({ accepted: true, object: { apiVersion: 'v1', kind: 'Pod' }, warnings: [] });

describe('an answer', () => {
  test('names the fields of its causes, each once', () => {
    expect(invalid('spec.b', 'spec.a', 'spec.b')).toMatchObject({
      names: 'fields',
      fields: ['spec.a', 'spec.b'],
    });
  });

  test('of the strict decoder names what it does not know', () => {
    const message =
      'Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.contaners", unknown field "spec.a\\"b"';
    const outcome = outcomeOf({
      accepted: false,
      status: { kind: 'Status', code: 400, reason: 'BadRequest', message },
      warnings: [],
    });
    expect(outcome).toMatchObject({ names: 'unknown', fields: ['spec.a"b', 'spec.contaners'] });
  });

  test('that the name is taken is no refusal of the object', () => {
    const status = {
      kind: 'Status',
      code: 409,
      reason: 'AlreadyExists',
      message: 'namespaces "a" already exists',
    } as const;
    expect(outcomeOf({ accepted: false, status, warnings: [] }).accepted).toBe(true);
  });

  test.each([accepted, invalid('spec.a', 'metadata.annotations[a b]')])(
    'is read as it was written: %j',
    (outcome) => {
      const read = decodeOutcome(encodeOutcome(outcome));
      expect({ ...read, messages: [] }).toEqual({ ...outcome, messages: [] });
    },
  );
});

describe('comparing', () => {
  test('tells which side refuses alone', () => {
    expect(compare('Pod', invalid('spec.a'), [])).toMatchObject({
      verdictAgrees: false,
      differences: [{ what: 'missed', field: 'spec.a' }],
    });
    expect(compare('Pod', accepted, [finding('[spec][a]')])).toMatchObject({
      verdictAgrees: false,
      differences: [{ what: 'refused wrongly', field: 'spec.a' }],
    });
  });

  test('takes the notations of both sides for the same', () => {
    const ours = [finding('[spec][limits][0][max][cpu]'), finding('spec.ports[1].port')];
    expect(compare('X', invalid('spec.limits[0].max[cpu]', 'spec.ports[1].port'), ours)).toMatchObject({
      verdictAgrees: true,
      fieldsAgree: true,
      differences: [],
    });
  });

  test('tells fields that only one side names', () => {
    const { fieldsAgree, differences } = compare('X', invalid('spec.a', 'spec.b'), [
      finding('[spec][b]'),
      finding('[spec][c]'),
    ]);
    expect(fieldsAgree).toBe(false);
    expect(differences.map(({ what, field }) => `${what} ${field}`)).toEqual([
      'field missing spec.a',
      'field too many spec.c',
    ]);
  });

  test('leaves out what the server did not get to, when its decoder refuses', () => {
    const server = decodeOutcome('-u\tspec.extra');
    const ours = [finding('[spec][extra]', 'K101'), finding('[spec][replicas]', 'K230')];
    expect(compare('X', server, ours)).toMatchObject({ verdictAgrees: true, fieldsAgree: true });
  });

  test('takes a rule that broke for no refusal', () => {
    expect(compare('X', invalid('spec.a'), [finding('', 'K001')])).toMatchObject({ verdictAgrees: false });
  });
});

describe('paths', () => {
  test('are read with keys that hold dots and brackets', () => {
    expect(fieldSteps('metadata.annotations[a.b/c]')).toBe('metadata/annotations/a.b/c');
    expect(fieldSteps('data[a]b]')).toBe('data/a]b');
    expect(fieldSteps('[spec][ports][0]')).toBe('spec/ports/0');
  });

  test('are shown without indexes, and pods as one', () => {
    expect(fieldPattern('spec.rules[0].http.paths[12].path')).toBe('spec.rules[*].http.paths[*].path');
    expect(sharedPattern('Pod', 'spec.containers[1].image')).toBe('pod.containers[*].image');
    expect(sharedPattern('CronJob', 'spec.jobTemplate.spec.template.spec.containers[1].image')).toBe(
      'pod.containers[*].image',
    );
    expect(sharedPattern('CronJob', 'spec.jobTemplate.spec.parallelism')).toBe('job.parallelism');
  });
});
