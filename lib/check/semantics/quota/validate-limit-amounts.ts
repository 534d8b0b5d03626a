import { Quantity } from '../../../model/quantity';
import { type ObjectView } from '../object-view';
import { isOvercommitAllowed } from '../resources/resource-names';

const ONE = Quantity.parse('1');
/** MaxMilliValue in k8s.io/apimachinery/pkg/api/resource/quantity.go. */
const MOST_MILLI = 9223372036854775n;

type Amounts = ReadonlyMap<string, Quantity>;

/** How the amounts of one entry of a LimitRange stand to one another, as ValidateLimitRange compares them. */
export function validateLimitAmounts(limit: ObjectView, type: string): void {
  const [min, max] = [limit.quantities('min'), limit.quantities('max')];
  const { defaults, requests } = defaultsOf(limit, type, min, max);
  const ratios = limit.quantities('maxLimitRequestRatio');
  const names = new Set([
    ...max.keys(),
    ...min.keys(),
    ...defaults.keys(),
    ...requests.keys(),
    ...ratios.keys(),
  ]);

  for (const name of [...names].sort()) {
    const ordered = (low: Named, high: Named): void => refuseUnordered(limit, name, low, high);
    const minimum: Named = { field: 'min', called: 'min', amount: min.get(name) };
    const maximum: Named = { field: 'max', called: 'max', amount: max.get(name) };
    const byDefault: Named = { field: 'default', called: 'default', amount: defaults.get(name) };
    const request: Named = { field: 'defaultRequest', called: 'default request', amount: requests.get(name) };
    ordered(minimum, maximum);
    ordered(minimum, request);
    ordered(request, maximum);
    ordered(request, { ...byDefault, called: 'default limit' });
    ordered(minimum, byDefault);
    ordered(byDefault, maximum);
    validateRatio(limit, name, ratios.get(name), minimum.amount, maximum.amount);
    refuseOvercommit(limit, name, byDefault.amount, request.amount);
  }
}

/** The defaults of containers as the server fills them in (SetDefaults_LimitRangeItem); a pod has none. */
function defaultsOf(
  limit: ObjectView,
  type: string,
  min: Amounts,
  max: Amounts,
): { readonly defaults: Amounts; readonly requests: Amounts } {
  if (type === 'Pod') return { defaults: new Map(), requests: new Map() };
  const defaults = limit.quantities('default');
  const requests = limit.quantities('defaultRequest');
  if (type !== 'Container') return { defaults, requests };
  const filled = new Map([...max, ...defaults]);
  return { defaults: filled, requests: new Map([...min, ...filled, ...requests]) };
}

/** An amount, the field it is of, and what the server calls it. */
interface Named {
  readonly field: 'min' | 'max' | 'default' | 'defaultRequest';
  readonly called: string;
  readonly amount: Quantity | undefined;
}

/** The server blames a default where there is one, and its request before its limit. */
const BLAMED = ['defaultRequest', 'default', 'min', 'max'] as const;

function refuseUnordered(limit: ObjectView, resource: string, low: Named, high: Named): void {
  if (low.amount === undefined || high.amount === undefined || low.amount.compare(high.amount) <= 0) return;
  const isWritten = ({ field }: Named): boolean => limit.at([field, { key: resource }]) !== undefined;
  const field = BLAMED.find((each) => each === low.field || each === high.field) ?? 'min';
  const [most, least] = [high.amount.toString(), low.amount.toString()];
  limit.invalid(
    [field, { key: resource }],
    `${low.called} value ${low.amount.canonical()} is greater than ${high.called} value ${high.amount.canonical()}`,
    {
      help: `write at most \`${most}\` as ${low.called}, or raise ${high.called} to \`${least}\``,
      at: [origin(limit, field, resource), { key: resource }],
      echo: !isWritten(low) || !isWritten(high),
    },
  );
}

/** The field that a default was filled in from; the field itself where it is written. */
function origin(limit: ObjectView, field: Named['field'], resource: string): Named['field'] {
  const sources: readonly Named['field'][] = [field, 'default', 'max', 'min'];
  return sources.find((each) => limit.at([each, { key: resource }]) !== undefined) ?? field;
}

function validateRatio(
  limit: ObjectView,
  resource: string,
  ratio: Quantity | undefined,
  min: Quantity | undefined,
  max: Quantity | undefined,
): void {
  if (ratio === undefined) return;
  const steps = ['maxLimitRequestRatio', { key: resource }];
  if (ratio.compare(ONE) < 0) limit.invalid(steps, `ratio ${ratio.canonical()} is less than 1`);
  if (min === undefined || max === undefined) return;
  const inMilli = [ratio, min, max].every((amount) => inInt64(amount.value()) < MOST_MILLI);
  const [high, low] = inMilli ? [max.milliValue(), min.milliValue()] : [max.value(), min.value()];
  const most = Number(inInt64(high)) / Number(inInt64(low));
  const value = inMilli ? Number(inInt64(ratio.milliValue())) / 1000 : Number(inInt64(ratio.value()));
  if (value > most) {
    limit.invalid(steps, `ratio ${ratio.canonical()} is greater than max/min = ${most.toFixed(6)}`, {
      help: `a limit is at most ${most.toFixed(2)} times a request when both are between min and max`,
    });
  }
}

/** What upstream's arithmetic makes of it, which wraps around. */
function inInt64(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

function refuseOvercommit(
  limit: ObjectView,
  resource: string,
  byDefault: Quantity | undefined,
  request: Quantity | undefined,
): void {
  if (byDefault === undefined || request === undefined) return;
  if (isOvercommitAllowed(resource) || byDefault.equals(request)) return;
  limit.invalid(
    ['defaultRequest', { key: resource }],
    `default value ${byDefault.canonical()} must equal to defaultRequest value ${request.canonical()} in ${resource}`,
    { help: `write the same amount: \`${resource}\` cannot be overcommitted` },
  );
}
