import { type Rule } from 'kubewright/check';

import { imagesFromOurRegistry } from './images-from-our-registry';
import { namespaceHasAnOwner } from './namespace-has-an-owner';

/** What a project of Acme puts into `rules` of its kubewright.config.ts. */
export const policies: readonly Rule[] = [namespaceHasAnOwner, imagesFromOurRegistry];
