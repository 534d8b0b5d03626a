/** The annotation of a seccomp profile for the pod (k8s.io/api/core/v1/annotation_key_constants.go, v1.28). */
export const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';

/** The annotation of a seccomp profile for a container, without its name. */
export const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/** The annotation of an AppArmor profile for a container, without its name. */
export const APP_ARMOR_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';
