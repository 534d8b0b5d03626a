import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';

const LONGEST_SPEC = 64 * 1024;
const LONGEST_DOMAIN = 256;
const LONGEST_USER = 104;

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\0-\x1f\x7f]/;
const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const DNS = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const DOTS_AND_SPACES = /^[. ]+$/;
const FORBIDDEN = /["/\\:;|=,+*?<>@[\]]/;

/** validateWindowsSecurityContextOptions in pkg/apis/core/validation/validation.go. */
export function validateWindowsOptions(context: ObjectView): void {
  const options = context.object('windowsOptions');
  if (options === undefined) return;
  const specName = options.optionalText('gmsaCredentialSpecName');
  if (specName !== undefined) options.allInvalid('gmsaCredentialSpecName', dns1123SubdomainErrors(specName));
  const spec = options.optionalText('gmsaCredentialSpec');
  if (spec === '') options.invalid('gmsaCredentialSpec', 'gmsaCredentialSpec cannot be an empty string');
  else if (spec !== undefined && byteLength(spec) > LONGEST_SPEC) {
    options.invalid('gmsaCredentialSpec', 'gmsaCredentialSpec size must be under 64 KiB');
  }
  const user = options.optionalText('runAsUserName');
  if (user === undefined) return;
  for (const problem of userProblems(user)) options.invalid('runAsUserName', `runAsUserName${problem}`);
}

function userProblems(name: string): readonly string[] {
  if (name === '') return [' cannot be an empty string'];
  if (CONTROL.test(name)) return [' cannot contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return [' cannot contain more than one backslash'];
  const user = parts.at(-1) ?? '';
  const domain = parts.length === 2 ? (parts[0] ?? '') : undefined;
  return [...domainProblems(domain), ...accountProblems(user)];
}

function domainProblems(domain: string | undefined): readonly string[] {
  if (domain === undefined) return [];
  const problems: string[] = [];
  if (byteLength(domain) >= LONGEST_DOMAIN) {
    problems.push(`'s Domain length must be under ${String(LONGEST_DOMAIN)} characters`);
  }
  if (!NET_BIOS.test(domain) && !DNS.test(domain)) {
    problems.push("'s Domain doesn't match the NetBios nor the DNS format");
  }
  return problems;
}

function accountProblems(user: string): readonly string[] {
  const problems: string[] = [];
  if (user === '') problems.push("'s User cannot be empty");
  else if (byteLength(user) > LONGEST_USER) {
    problems.push(`'s User length must not be longer than ${String(LONGEST_USER)} characters`);
  }
  if (DOTS_AND_SPACES.test(user)) problems.push("'s User cannot contain only periods or spaces");
  if (FORBIDDEN.test(user)) {
    problems.push(`'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]`);
  }
  return problems;
}
