import { call, faultyFields, problemNode, token } from './api.js';
import { byId, el, fill } from './dom.js';

/** The form for a token of the local issuer, and the same as a command. */

const form = byId('token-form');
const fields = form.elements;
let entered = () => undefined;

/** What the form asks for, without what is left open. */
function wanted() {
  const body = { role: fields.role.value, jurisdiction: fields.jurisdiction.value };
  if (body.role === 'unit' && fields.unitId.value !== '') body.unitId = fields.unitId.value;
  if (!byId('office-field').hidden && fields.office.value !== '') body.office = fields.office.value;
  const sub = fields.sub.value.trim();
  return sub === '' ? body : { ...body, sub };
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

function showCommand() {
  const body = wanted();
  const data = quoted(JSON.stringify(body));
  byId('curl').textContent =
    `curl -s ${location.origin}/local/token \\\n  -H 'content-type: application/json' \\\n  -d ${data}`;
  const status = body.unitId === undefined ? 'status' : `status/${body.unitId}`;
  byId('curl-use').textContent =
    `curl -s ${location.origin}/v1/jurisdictions/${body.jurisdiction}/${status} \\\n  -H "authorization: Bearer $TOKEN"`;
}

/** A superior’s token names a parent, every other one a jurisdiction with rules. */
function offerJurisdictions() {
  const open = byId(fields.role.value === 'superior' ? 'parents' : 'regulated');
  for (const group of [byId('parents'), byId('regulated')]) group.disabled = group !== open;
  if (!open.contains(fields.jurisdiction.selectedOptions[0] ?? null))
    open.querySelector('option').selected = true;
}

async function adapt(event) {
  offerJurisdictions();
  const isUnit = fields.role.value === 'unit';
  byId('unit-field').hidden = !isUnit;
  byId('office-field').hidden = isUnit || fields.jurisdiction.value !== 'baixiang';
  const named = event?.target.name;
  if (isUnit && (named === undefined || named === 'role' || named === 'jurisdiction')) await offerUnits();
  showCommand();
}

/** The units of the jurisdiction, read with a token that may only read. */
async function offerUnits() {
  const jurisdiction = fields.jurisdiction.value;
  fill(fields.unitId, el('option', { value: '' }, '正在读取…'));
  try {
    const auditor = await call('/local/token', {
      method: 'POST',
      body: { role: 'auditor', jurisdiction },
      bearer: undefined,
    });
    const { items } = await call(`/v1/jurisdictions/${jurisdiction}/subjects?kind=unit&limit=200`, {
      bearer: auditor.token,
    });
    if (jurisdiction !== fields.jurisdiction.value) return;
    fill(
      fields.unitId,
      items.length > 0
        ? items.map(unitOption)
        : el('option', { value: '' }, '该地区还没有单位，请先由业务人员录入'),
    );
    fill(byId('token-problem'));
  } catch (error) {
    fill(fields.unitId, el('option', { value: '' }, '没有读到单位'));
    fill(byId('token-problem'), problemNode(error));
  }
}

const unitOption = ({ id, name }) => el('option', { value: id }, name);

async function submit(event) {
  event.preventDefault();
  markFaults([]);
  try {
    const answer = await call('/local/token', { method: 'POST', body: wanted(), bearer: undefined });
    token.keep(answer.token);
    fill(byId('token-problem'));
    entered();
    byId('main').focus();
  } catch (error) {
    fill(byId('token-problem'), problemNode(error));
    markFaults(faultyFields(error));
  }
}

function markFaults(names) {
  const controls = [...fields].filter(({ name }) => name !== '');
  for (const control of controls) control.toggleAttribute('aria-invalid', false);
  const faulty = controls.filter(({ name }) => names.includes(name));
  for (const control of faulty) control.setAttribute('aria-invalid', 'true');
  faulty[0]?.focus();
}

form.addEventListener('submit', submit);
form.addEventListener('change', adapt);
fields.sub.addEventListener('input', showCommand);

export function openSignIn(onEntered) {
  entered = onEntered;
  void adapt();
}
