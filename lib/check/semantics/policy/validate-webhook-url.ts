import { type ObjectView } from '../object-view';

const FORM = '; desired format: https://host[/path]';

/** ValidateWebhookURL in k8s.io/apiserver/pkg/util/webhook/validation.go, over what Go's url.Parse would find. */
export function validateWebhookUrl(client: ObjectView, url: string): void {
  const invalid = (detail: string, value: string): void => client.invalid('url', detail, { value });
  // RFC 3986, appendix B.
  const [, scheme = '', authority = '', , query = '', fragment = ''] =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
  if (scheme.toLowerCase() !== 'https') {
    invalid(`'https' is the only allowed URL scheme${FORM}`, scheme.toLowerCase());
  }
  const at = authority.lastIndexOf('@');
  if (authority.slice(at + 1) === '') invalid(`host must be specified${FORM}`, '');
  if (at >= 0) invalid('user information is not permitted in the URL', authority.slice(0, at));
  if (fragment !== '') invalid('fragments are not permitted in the URL', fragment);
  if (query !== '') invalid('query parameters are not permitted in the URL', query);
}
