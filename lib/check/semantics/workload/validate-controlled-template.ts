import { type ObjectView } from '../object-view';
import { validatePodTemplate } from '../pod/validate-pod-template';

/**
 * The template of pods that are kept alive: the pod's own fields, and those that only a pod which ends may have
 * (ValidatePodTemplateSpecForReplicaSet in pkg/apis/apps/validation/validation.go and its kin).
 *
 * @param kind - As the server names it, which is ReplicaSet for a Deployment.
 */
export function validateControlledTemplate(spec: ObjectView, kind: string): void {
  validatePodTemplate(spec.struct('template').in('pod'));
  validateLasting(spec, kind);
}

/** That the pods of the template do not end: `restartPolicy` and `activeDeadlineSeconds`. */
export function validateLasting(spec: ObjectView, kind: string): void {
  const pod = spec.struct('template').struct('spec');
  const policy = pod.text('restartPolicy');
  if (policy !== '' && policy !== 'Always') {
    pod.notSupported('restartPolicy', ['Always'], {
      help: ['remove `restartPolicy`', 'for pods that end, make a Job'],
    });
  }
  if (pod.has('activeDeadlineSeconds')) {
    pod.forbidden('activeDeadlineSeconds', `activeDeadlineSeconds in ${kind} is not Supported`);
  }
}
