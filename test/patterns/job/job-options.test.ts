import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { identify } from '../../../lib/patterns/identity';
import { buildJob, type JobOptions } from '../../../lib/patterns/job/job-options';
import { Volume } from '../../../lib/patterns/pod/volume';

const spec = (options: Partial<JobOptions<never>>): ReturnType<typeof buildJob>['spec'] =>
  buildJob(identify(new Construct(new Chart(new App(), 'chart'), 'job'), {}), { image: 'a:1', ...options })
    .spec;

describe('buildJob', () => {
  test('starts failed containers again unless told not to', () => {
    expect(spec({}).template.spec?.restartPolicy).toBe('OnFailure');
    expect(spec({ restartPolicy: 'Never' }).template.spec?.restartPolicy).toBe('Never');
  });

  test('is indexed only on request', () => {
    expect(spec({ completions: 2 }).completionMode).toBeUndefined();
    expect(spec({ completions: 2, indexed: false }).completionMode).toBeUndefined();
    expect(spec({ completions: 2, indexed: true }).completionMode).toBe('Indexed');
  });

  test('refuses claim templates', () => {
    const data = Volume.claimTemplate('data', { storage: 1 });
    expect(() => spec({ mounts: { '/d': data } })).toThrow("mounts take the claim template 'data'");
  });
});
