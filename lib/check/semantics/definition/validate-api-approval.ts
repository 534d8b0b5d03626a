import { type ObjectView } from '../object-view';

const ANNOTATION = 'api-approved.kubernetes.io';
const PROTECTED = /(?:^|\.)(?:k8s|kubernetes)\.io$/;
const SEE = 'see https://github.com/kubernetes/enhancements/pull/1111';
/** What url.ParseRequestURI reads with a scheme and a host. */
const URL_WITH_HOST = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#\s]+/;

/**
 * Groups of the community want an approval: validateAPIApproval, and GetAPIApprovalState in
 * k8s.io/apiextensions-apiserver/pkg/apihelpers.
 */
export function validateApiApproval(definition: ObjectView): void {
  if (!PROTECTED.test(definition.struct('spec').text('group'))) return;
  const metadata = definition.struct('metadata');
  const approval = metadata.textMap('annotations').get(ANNOTATION) ?? '';
  const path = ['annotations', { key: ANNOTATION }];
  const help = `use a group with a domain of your own; or add the annotation \`${ANNOTATION}\` with the URL of the approval, or with a reason that starts with \`unapproved\``;
  const must = `protected groups must have approval annotation "${ANNOTATION}"`;
  if (approval === '') metadata.required(path, `${must}, ${SEE}`, { help });
  else if (!approval.startsWith('unapproved') && !URL_WITH_HOST.test(approval)) {
    metadata.invalid(path, `${must} with either a URL or a reason starting with "unapproved", ${SEE}`, {
      help,
    });
  }
}
