import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { identify } from '../../../lib/patterns/identity';
import { type Subject, subjectManifest } from '../../../lib/patterns/rbac/subject';

const subject = (written: Subject, namespace?: string): unknown => {
  const chart = new Chart(new App(), 'chart', namespace === undefined ? {} : { namespace });
  return subjectManifest(identify(new Construct(chart, 'g'), {}), written, 'subjects[0]');
};

describe('a subject', () => {
  test('is a user, a group, or an account of this or another namespace', () => {
    const apiGroup = 'rbac.authorization.k8s.io';
    expect(subject({ user: 'jane' })).toEqual({ apiGroup, kind: 'User', name: 'jane' });
    expect(subject({ group: 'devs' })).toEqual({ apiGroup, kind: 'Group', name: 'devs' });
    const account = { kind: 'ServiceAccount', name: 'sa' };
    expect(subject({ serviceAccount: 'sa' }, 'web')).toEqual({ ...account, namespace: 'web' });
    expect(subject({ serviceAccount: 'sa', namespace: 'b' }, 'web')).toEqual({ ...account, namespace: 'b' });
  });

  test('that is an account needs a namespace', () => {
    expect(() => subject({ serviceAccount: 'sa' })).toThrow(
      "Construct 'chart/g': subjects[0] names ServiceAccount 'sa' without a namespace",
    );
  });
});
