import { type Construct } from 'constructs';
import { type Resources, SinglePod, Tenant } from 'kubewright';

const NODE_APP = { image: 'registry.example.com/node-app:1.0.0', ports: { http: 8080 } };

/** A team with limits for each container: what a pod that says nothing gets, and how much it may ask for. */
export class LimitedTeam extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'limited-team', {
      namespaceLabels: { type: 'micro' },
      limits: {
        container: {
          default: { cpu: 2, memory: '256Mi' },
          defaultRequest: { cpu: '500m', memory: '128Mi' },
          min: { memory: '10Mi' },
          max: { memory: '1Gi' },
        },
        claim: { min: { storage: '1Gi' }, max: { storage: '50Gi' } },
      },
    });
    new SinglePod(this, 'by-default', NODE_APP);
    new SinglePod(this, 'within-bounds', { ...NODE_APP, resources: { requests: { memory: '150Mi' } } });
  }
}

/** A team with a budget for all of its pods together. */
export class BudgetedTeam extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'budgeted-team', {
      quota: {
        'requests.cpu': 1,
        'requests.memory': '200Mi',
        pods: 2,
        'count/deployments.apps': 5,
        'requests.nvidia.com/gpu': 0,
      },
      quotas: { 'best-effort': { hard: { pods: 0 }, scopes: ['BestEffort'] } },
    });
    const resources: Resources = { requests: { cpu: '500m', memory: '100Mi' } };
    new SinglePod(this, 'first', { ...NODE_APP, resources });
    new SinglePod(this, 'second', { ...NODE_APP, resources });
  }
}

/** Two teams: the account of the first may look at the pods of both. */
export function addReaders(scope: Construct): void {
  const rules = { core: { pods: ['get', 'list'] } } as const;
  const first = new Tenant(scope, 'ns-1', {
    serviceAccounts: { 'sa-1': {} },
    roles: { 'view-pod': { rules, subjects: [{ serviceAccount: 'sa-1' }] } },
  });
  new SinglePod(first, 'pod-1', { ...NODE_APP, serviceAccount: 'sa-1' });

  const second = new Tenant(scope, 'ns-2', {
    serviceAccounts: { 'sa-2': {} },
    roles: { 'view-pod': { rules, subjects: [{ serviceAccount: 'sa-1', namespace: first.name }] } },
  });
  new SinglePod(second, 'pod-2', { ...NODE_APP, serviceAccount: 'sa-2' });
}
