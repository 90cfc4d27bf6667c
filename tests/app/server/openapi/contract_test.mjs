// Holds docs/openapi.yaml against the running server: every operation of the document is asked, once so that it
// succeeds and once so that it is refused, and each answer must be as the document says. That every route is in the
// document, and nothing else, is openapi_test.cpp's.
//   node contract_test.mjs NEEDLEBOOK

import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {parse} from 'yaml';

const document = parse(readFileSync(new URL('../../../../docs/openapi.yaml', import.meta.url), 'utf8'));
const ajv = new Ajv({strict: false, allErrors: true});
addFormats(ajv);
ajv.addSchema({$id: 'https://needlebook/', components: document.components});

const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

// Fragments are looked up in the document.
const rooted = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://needlebook/#/'));
const problems = (schema, value) => {
    const validate = ajv.compile(rooted(schema));
    return validate(value) ? '' : ajv.errorsText(validate.errors, {separator: '\n  '});
};

const start = async (program) => {
    const server = spawn(program, ['demo', '--serve', '--port', '0'], {stdio: ['ignore', 'pipe', 'ignore']});
    for await (const line of createInterface({input: server.stdout})) {
        if (line.startsWith('http://')) {
            return {server, address: line};
        }
    }
    throw new Error('the server did not start');
};

const {server, address} = await start(process.argv[2]);
const origin = new URL(address).origin;
const entry = await fetch(address, {redirect: 'manual'});
let cookie = entry.headers.get('set-cookie').split(';')[0];
let me = await (await fetch(`${origin}/api/v1/me`, {headers: {cookie}})).json();

let submissions = 0;
// One grey pixel, and two to compare.
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');
const twoPictures = ['iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AQAAygDJmcpdfgAAAABJRU5ErkJggg==', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOIAgAAXABb2LRWWgAAAABJRU5ErkJggg=='].map((text) => Buffer.from(text, 'base64'));
const ask = async (method, path, {body, match, key, bytes} = {}) => {
    const headers = {cookie};
    if (method !== 'get') {
        Object.assign(headers, {origin, 'x-needlebook-key': me.key, 'content-type': 'application/json'});
        headers['idempotency-key'] = key ?? `contract-${++submissions}`;
        if (bytes) {
            headers['content-type'] = 'image/png';
        }
    }
    if (match) {
        headers['if-match'] = match;
    }
    const answer = await fetch(origin + path, {method: method.toUpperCase(), headers, body: method === 'get' ? undefined : bytes ?? JSON.stringify(body ?? {})});
    const text = await answer.text();
    const own = answer.headers.get('set-cookie'); // whoever signs in has another one from then on
    if (own) {
        cookie = own.split(';')[0];
        me = await (await fetch(`${origin}/api/v1/me`, {headers: {cookie}})).json();
    }
    const type = (answer.headers.get('content-type') ?? '').split(';')[0];
    return {status: answer.status, type, etag: answer.headers.get('etag'), value: type.endsWith('json') ? JSON.parse(text) : text};
};

// What is sent to succeed, by operation; ids and keys are put in by name.
const at = '2026-06-15T10:30';
const visit = {acne: {on: '2026-06-14', iga: 2}, reading: [{on: '2026-06-14', what: 'sebum', value: 90}], confirm: ['acne/duplicate']};
const entries = {
    changeMe: {language: 'en'},
    enterCondition: {kind: 'herpes_history', from: '2020'},
    enterCourse: {concern: 'pores', sessions: 3, every: '4w', on: '2026-01-05'},
    enterSession: {at, device: 'pen', areas: [{region: 'neck', depth_mm: 0.5, passes: 2}],
        overrides: {herpes_history: 'prevention was given'}},
    enterApplication: {at, active: 'niacinamide'},
    enterAcne: {on: '2026-06-15', rest: 'clear', iga: 1},
    enterScars: {on: '2026-06-15', goodman_baron_grade: 2, counts: [{type: 'dish_mild', amount: 2}]},
    enterPigmentation: {on: '2026-06-15', kind: 'pih', pahpi: {size: 4, intensity: 6, number: 2}},
    enterReading: {on: '2026-06-15', what: 'tewl', region: 'chin', value: 12.5},
    enterQuestionnaire: {on: '2026-06-15', which: 'dlqi', answers: [1, 0, null, 1, 1, 0, 1, 0, 0, 1]},
    enterEvent: {kind: 'erythema', onset: '2026-06-15', severity: 1},
    enterTreatment: {kind: 'peel', name: 'Glycolic', from: '2026-02-01'},
    enterAppointment: {at: '2026-05-05T10:30'},
    enterContact: {at: '2026-05-04', channel: 'telephone', outcome: 'no_answer'},
    enterStock: {kind: 'cartridge', product: 'Pen 12', lot: 'L1', expiry: '2027-06', received: 50, received_on: '2026-01-05'},
    enterProtocol: {name: 'Nose', device: 'pen', products: 'peptides', areas: [{region: 'nose', depth_mm: 0.5, passes: 2}]},
    enterConsentForm: {name: 'Photographs', edition: '1', scope: 'teaching', text_en: 'I agree.', text_ar: 'أوافق.'},
    recordConsent: {form: 1, language: 'ar', manner: 'screen', signature: '[[10,20,0,30,40,50]]', witness: 'Salma'},
    enterVisit: visit,
    recordVisit: visit,
    correctVisit: {reading: [{on: '2026-06-13', what: 'sebum', value: 90}], reason: 'test', confirm: ['reading/0/duplicate']},
    enterScore: {instrument: 'gags', at: '2026-06-15', value: 24},
    addPatient: {chart: 'C-001', name: 'أحمد'},
    addInstrument: {code: 'own', name: 'Own', low: 0, high: 1, unit: '1', better: 'lower'},
    setDepthLimit: {region: 'nose', radiofrequency: false, max_mm: 0.5, source: 'us'},
    removeDepthLimit: {region: 'nose', radiofrequency: false},
    setCareAdvice: {subject: 'make_up', stance: 'avoid', from_hours: 0, until_hours: 36, source: 'us'},
    removeCareAdvice: {subject: 'make_up'},
    tagPatient: {value: 'placebo'},
    setClinic: {name: 'Demo'},
    setDraft: {key: 'submission', value: {note: 'half a sent'}},
    import: {kind: 'patients', name: 'p.csv', content: 'chart\nZ-1\nZ-2\n'},
    erasePatient: {reason: 'test', legal_reason: 'a law', confirm: ['erase']},
    addAccount: {name: 'huda', role: 'owner', password: 'thistle kettle orbit', device: 'test'},
    changeAccount: {display_name: 'Dr Huda'},
    addToken: {name: 'lab', rights: ['read_records'], until: '2999-12-31'},
    labelDevice: {label: 'desk'},
    signIn: {name: 'huda', password: 'thistle kettle orbit'},
    setPin: {pin: '274915'},
    unlock: {pin: '274915'},
    switchPerson: {account: 1, pin: '274915'},
    setPassword: {old: 'thistle kettle orbit', password: 'copper violin dune'},
    beginSecondFactor: {password: 'thistle kettle orbit'},
    confirmSecondFactor: {code: '123456'},
    removeSecondFactor: {password: 'thistle kettle orbit'},
    endOwnDevices: {password: 'thistle kettle orbit'},
    askSignOff: {at: '2026-06-15T10:00', device: 'pen', areas: [{region: 'chin', depth_mm: 0.5, passes: 2}], reason: 'dry by now'},
    declineSignOff: {reason: 'still wet'},
    beginEmergency: {reason: 'allergies are not known'},
    openOwnPage: {code: '123456'},
    beginPhotoStudy: {instrument: 'iga', view: 'front', patients: 12},
    ratePhoto: {photo: 1, value: 2},
    givePatientFile: {language: 'ar'},
    tellOwnEntry: {pain: 2, redness: 'a_little', dlqi: [1, 0, null, 1, 1, 0, 1, 0, 0, 1]},
};
// These need people, a second one, or a telephone that reaches the server: here only their refusals are compared with the
// document; what they answer otherwise, second_factor_test, sign_off.test.mjs, access_test and own_page_test hold.
const refusedHere = ['linkPatient', 'unlinkPatient', 'ownDoor', 'openOwnPage', 'ownPage', 'ownAccess', 'ownCalendar', 'ownFeed', 'feed', 'ownFile',
    'ownEntries', 'tellOwnEntry', 'showOwnEntry', 'acceptOwnEntry', 'declineOwnEntry',
    'beginSecondFactor', 'confirmSecondFactor', 'removeSecondFactor', 'endOwnDevices', 'askSignOff', 'showSignOff', 'signSignOff',
    'declineSignOff', 'beginEmergency',
    // These need photographs of several patients: photo_rating_test.
    'beginPhotoStudy', 'showPhotoStudy', 'nextPhoto', 'ratePhoto',
    'ownPhotos', 'ownPhoto'];
// In this order, when all else is done: from the first account on nobody asks without it.
const ofPeople = ['addAccount', 'changeAccount', 'resetAccount', 'addToken', 'labelDevice', 'signIn', 'setPin', 'lock', 'unlock',
    'switchPerson', 'changeMe', 'listAccounts', 'listDevices', 'listTokens', 'listRights', 'showSignIn', 'revokeToken', 'setPassword',
    'revokeDevices', 'signOut', 'revokeDevice'];
const ends = {endCondition: {on: '2026-06-01'}, endCourse: {on: '2026-06-01'}, endTreatment: {on: '2026-06-01'}};
const noun = (id) => id.replace(/^[a-z]+/, '');
const body_of = (id) => entries[id] ?? ends[id] ?? (id.startsWith('preview') ? entries[`enter${noun(id)}`]
    : id.startsWith('move') ? {to: id === 'moveSession' ? 'D-003' : 'D-002', reason: 'test', confirm: ['duplicate']}
    : id === 'mergePatient' ? {into: 'D-001', reason: 'test'}
    : /^(void|restore|correct)/.test(id) ? {reason: 'test'} : {});

const ids = {}; // of what was entered here, by noun
const pair = []; // of photographs
let link = 'none';
let seq = 0; // of the ledger
const place = (path, id, good) =>
    path.replace('{chart}', good ? (/^(void|restore|erase)Patient$/.test(id) ? 'Z-1' : /^(merge|showMerging)/.test(id) ? 'Z-2' : 'D-001') : 'no-such')
        .replace('{key}', path.startsWith('/p/') ? (good ? link : 'no-such') : good ? 'arm' : 'none')
        .replace('{lot}', 'L1000').replace('{name}', 'acne.D-001').replace('{code}', good ? 'gags' : 'none')
        .replace('{seq}', good ? seq : 'none')
        .replace('{id}', good ? (id === 'showRule' ? 'active_lesions' : (ids[noun(id)] ?? 1)) : 'none') +
        (id === 'showMerging' ? '?into=D-001' : id === 'addPhoto' && good ? '?view=front&taken_at=2026-05-01'
            : id === 'comparePhotos' && good ? `?first=${pair[0]}&second=${pair[1]}` : '');

const check = (where, operation, answer) => {
    const said = operation.responses[answer.status] ?? operation.responses.default;
    const response = said.$ref ? document.components.responses.Problem : said;
    if (!response.content) {
        return answer.value === '' ? undefined : fault(where, 'has a body that the document does not know');
    }
    const media = response.content[answer.type];
    if (!media) {
        return fault(where, `answers ${answer.status} with ${answer.type}`);
    }
    const what = problems(media.schema, answer.value);
    return what && fault(`${where} ${answer.status}`, what);
};

const operations = [];
for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
        if (item[method]) {
            operations.push({path, method, operation: item[method]});
        }
    }
}
// Entered first, an entry voided and that undone, then voided and withdrawn, then restored, then erased.
const rank = ({operation: {operationId: id}}) =>
    ofPeople.includes(id) ? 5 + ofPeople.indexOf(id) : /^(enter|add|import|set|tag|link)/.test(id) ? 0
        : id === 'voidEntry' ? 1.4 : id === 'undoEntry' ? 1.5 : /^(void|remove|untag|unlink|withdraw)/.test(id) ? 2 : id.startsWith('restore') ? 3
            : id.startsWith('erase') ? 4 : 1;
operations.sort((a, b) => rank(a) - rank(b));

for (const {path, method, operation} of operations) {
    const id = operation.operationId;
    const where = `${method.toUpperCase()} ${path}`;
    const body = method === 'get' ? undefined : body_of(id);
    const schema = operation.requestBody?.content['application/json']?.schema;
    const unfit = schema && problems(schema, body);
    if (unfit) {
        fault(where, `the document refuses what is sent: ${unfit}`);
    }
    if (/^(void|undo)Entry$/.test(id)) {
        const entries = (await ask('get', '/api/v1/ledger')).value;
        seq = (id === 'undoEntry' ? entries[0] : entries.find((one) => one.action === 'acne record')).seq;
    }
    if (id === 'revokeDevice') { // the one of before; this browser signs in on another
        cookie = '';
        await ask('post', '/api/v1/sign-in', {body: {name: 'huda', password: entries.setPassword.password}});
    }
    if (id === 'comparePhotos') {
        for (const bytes of twoPictures) {
            const added = await ask('post', '/api/v1/patients/D-001/photo?view=front&taken_at=2026-05-02', {bytes});
            pair.push(added.value.id);
        }
    }
    const good = place(path, id, true);
    const match = method === 'patch' && id !== 'setClinic' ? (await ask('get', good)).etag : undefined;
    const answer = await ask(method, good, {body, match, bytes: id === 'addPhoto' ? picture : undefined});
    if (answer.status >= 300 && id !== 'showLink' && !refusedHere.includes(id)) {
        fault(where, `${answer.status} ${JSON.stringify(answer.value).slice(0, 300)}`);
    }
    if (!operation.responses[answer.status] && answer.status < 300) {
        fault(where, `answers ${answer.status}, which the document does not have`);
    }
    check(where, operation, answer);
    if (answer.status === 201) {
        ids[noun(id)] = answer.value.record?.id ?? answer.value.id;
        link = answer.value.path?.slice(3) ?? link;
    }
    const bad = await ask(method, `${place(path, id, false)}?unheard_of=1`, {body: {unheard_of: 1}});
    if (bad.status < 400) {
        fault(where, `takes a parameter that nobody knows: ${bad.status}`);
    }
    check(where, operation, bad);
    const missing = path.includes('{') && await ask(method, place(path, id, false), {body, match: '"1"'});
    if (missing && missing.status !== 404 && !path.includes('lots') && !path.includes('drafts') && !path.endsWith('{key}') &&
        id !== 'addPhoto') { // which takes no JSON, wherever it is sent
        fault(where, `answers ${missing.status} for what is not there`);
    }
    if (missing) {
        check(where, operation, missing);
    }
}
const late = await ask('patch', '/api/v1/acne/2', {body: {iga: 1}, match: '"99"'});
check('412', {responses: {default: {$ref: 'Problem'}}}, late);
await ask('post', '/api/v1/patients/D-003/acne', {body: {on: me.as_of, regions: [{region: 'chin', papules: 3}]}});
const gate = await ask('post', '/api/v1/patients/D-003/session',
    {body: {at: me.as_of, device: 'pen', areas: [{region: 'chin', depth_mm: 0.5, passes: 2}]}});
if (late.status !== 412 || gate.value.type !== '/problems/safety') {
    fault('refusals', `${late.status} ${gate.status}`);
}
check('safety', {responses: {default: {$ref: 'Problem'}}}, gate);

server.kill('SIGTERM');
const status = await new Promise((resolve) => server.on('exit', resolve));
if (status !== 0) {
    fault('the server', `ended with ${status}`);
}
if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
}
console.log(`${operations.length} operations are as docs/openapi.yaml says`);
