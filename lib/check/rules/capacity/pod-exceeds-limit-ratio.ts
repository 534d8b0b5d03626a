import { Quantity } from '../../../model/quantity';
import { type LimitViolation } from '../../capacity/limit-range/limit-violations';
import { inFormatOf } from '../../capacity/words/in-format-of';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { checkBound } from './limit-range/check-bound';

export default defineRule({
  code: 'K413',
  name: 'pod-exceeds-limit-ratio',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['LimitRange', 'Namespace'],
  summary: 'Pods whose limits lie further above their requests than a LimitRange permits',
  explanation: `\`maxLimitRequestRatio\` of a LimitRange says how many times its request the limit of a container, or of a pod, may
be. Admission refuses every pod that goes beyond, and every pod that has no limit, or no request, for that resource once
the defaults of the LimitRange are filled in: what has no limit has no ratio.

A Deployment, a Job and the like are accepted all the same; it is their pods that are refused.`,
  bad: manifests('250m'),
  good: manifests('500m'),
  check: checkBound({ bound: 'maxLimitRequestRatio', verb: ['exceeds', 'exceed'], help }),
});

function help({ judged: { request, limit }, enforced, resource }: LimitViolation, whose: string): string {
  const subject = whose.replace(`${resource} limit`, resource);
  if (request === undefined || limit === undefined || request.isZero() || limit.isZero()) {
    return `give ${subject} a ${resource} request and a limit of at most ${enforced.toString()} times that`;
  }
  const least = divided(limit, enforced);
  const most = times(request, enforced);
  return `raise the request of ${subject} to ${least.toString()}, or lower its limit to ${most.toString()}`;
}

/** Rounded up to a thousandth, or to a mebibyte where it is memory. */
function divided(amount: Quantity, by: Quantity): Quantity {
  const unit = amount.format === 'BinarySI' ? 1024n * 1024n * 1000n : 1n;
  const thousandths = (amount.milliValue() * 1000n + by.milliValue() - 1n) / by.milliValue();
  return inFormatOf(amount, Quantity.parse(`${((thousandths + unit - 1n) / unit) * unit}m`));
}

/** Rounded down to a thousandth. */
function times(amount: Quantity, by: Quantity): Quantity {
  return inFormatOf(amount, Quantity.parse(`${(amount.milliValue() * by.milliValue()) / 1000n}m`));
}

function manifests(cpuRequest: string): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: team-a
spec:
  limits:
    - type: Container
      maxLimitRequestRatio:
        cpu: 2
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: team-a
spec:
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      containers:
        - name: api
          image: example.com/api:1.0.0
          resources:
            requests:
              cpu: ${cpuRequest}
            limits:
              cpu: 1
`;
}
