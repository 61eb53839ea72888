// The webhook that Zabbix's server runs, in its own JavaScript (Duktape: ECMAScript 5): a problem opens an incident of
// PagerDuty, its recovery ends the same one.
import { PAGERDUTY_ENDPOINT } from "./pager-script.ts";

export const ZABBIX_SCRIPT = `var params = JSON.parse(value);
if (!params.routing_key || params.routing_key.indexOf('{') === 0) {
  throw 'The user has no routing key: write it into "send to" of this media.';
}
// Zabbix counts from 0 (not classified) to 5 (disaster); what is high gets somebody up.
var severity = Number(params.event_severity) >= 4 ? 'critical' : 'warning';
var event = {
  routing_key: params.routing_key,
  event_action: params.event_value === '0' ? 'resolve' : 'trigger',
  dedup_key: params.platform + '-zabbix-' + params.event_id,
  client: 'Zabbix',
  payload: {
    summary: String(params.summary).slice(0, 1024),
    source: params.source,
    severity: severity,
    component: 'sql-server',
    group: 'data',
    custom_details: { description: params.details }
  },
  links: String(params.runbook).indexOf('http') === 0 ? [{ href: params.runbook, text: 'Runbook' }] : []
};
var request = new HttpRequest();
request.addHeader('Content-Type: application/json');
var answer = request.post('${PAGERDUTY_ENDPOINT}', JSON.stringify(event));
if (request.getStatus() !== 202) {
  throw 'PagerDuty answered ' + request.getStatus() + ': ' + answer;
}
return 'OK';
`;
