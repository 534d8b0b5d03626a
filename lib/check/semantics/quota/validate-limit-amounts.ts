import { Quantity } from '../../../model/quantity';
import { type ObjectView } from '../object-view';
import { isOvercommitAllowed } from '../resources/resource-names';

const ONE = Quantity.parse('1');
/** MaxMilliValue in k8s.io/apimachinery/pkg/api/resource/quantity.go. */
const MOST_MILLI = 9223372036854775n;

type Amounts = ReadonlyMap<string, Quantity>;

/** How the amounts of one entry of a LimitRange stand to one another, as ValidateLimitRange compares them. */
export function validateLimitAmounts(limit: ObjectView, isPod: boolean): void {
  const none: Amounts = new Map();
  const [min, max] = [limit.quantities('min'), limit.quantities('max')];
  const defaults = isPod ? none : limit.quantities('default');
  const requests = isPod ? none : limit.quantities('defaultRequest');
  const ratios = limit.quantities('maxLimitRequestRatio');
  const names = new Set([
    ...max.keys(),
    ...min.keys(),
    ...defaults.keys(),
    ...requests.keys(),
    ...ratios.keys(),
  ]);

  for (const name of [...names].sort()) {
    const ordered = (low: Named, high: Named, field: string): void => {
      refuseUnordered(limit, name, low, high, field);
    };
    const minimum: Named = ['min', min.get(name)];
    const maximum: Named = ['max', max.get(name)];
    const byDefault: Named = ['default', defaults.get(name)];
    const request: Named = ['default request', requests.get(name)];
    ordered(minimum, maximum, 'min');
    ordered(minimum, request, 'defaultRequest');
    ordered(request, maximum, 'defaultRequest');
    ordered(request, ['default limit', byDefault[1]], 'defaultRequest');
    ordered(minimum, byDefault, 'default');
    ordered(byDefault, maximum, 'default');
    validateRatio(limit, name, ratios.get(name), minimum[1], maximum[1]);
    refuseOvercommit(limit, name, byDefault[1], request[1]);
  }
}

/** What the server calls an amount, and the amount. */
type Named = readonly [name: string, amount: Quantity | undefined];

function refuseUnordered(
  limit: ObjectView,
  resource: string,
  [lowName, low]: Named,
  [highName, high]: Named,
  field: string,
): void {
  if (low === undefined || high === undefined || low.compare(high) <= 0) return;
  limit.invalid(
    [field, { key: resource }],
    `${lowName} value ${low.canonical()} is greater than ${highName} value ${high.canonical()}`,
    {
      help: `write at most \`${high.toString()}\` as ${lowName}, or raise ${highName} to \`${low.toString()}\``,
    },
  );
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
  const inMilli = [ratio, min, max].every((amount) => amount.value() < MOST_MILLI);
  const [high, low] = inMilli ? [max.milliValue(), min.milliValue()] : [max.value(), min.value()];
  const most = Number(high) / Number(low);
  const value = inMilli ? Number(ratio.milliValue()) / 1000 : Number(ratio.value());
  if (value > most) {
    limit.invalid(steps, `ratio ${ratio.canonical()} is greater than max/min = ${most.toFixed(6)}`, {
      help: `a limit is at most ${most.toFixed(2)} times a request when both are between min and max`,
    });
  }
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
