import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';

const PODS = {
  restartPolicy: 'Never',
  containers: [{ name: 'backup', image: 'example.com/backup:1.0.0' }],
};

/** A schedule as Quartz writes it. ScheduledJob would refuse it, so this is a plain construct. */
export class Ops extends Chart {
  constructor(scope: Construct) {
    super(scope, 'ops', { namespace: 'ops' });
    new k8s.KubeCronJob(this, 'backup', {
      metadata: { name: 'backup' },
      spec: { schedule: '0 30 3 * * *', jobTemplate: { spec: { template: { spec: PODS } } } },
    });
  }
}
