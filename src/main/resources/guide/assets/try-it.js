'use strict';
/* The try-it page: validates a message with $validate of the server that the page came from, and shows each issue beside its
 * line. Nothing of the message is kept. */
(() => {
  const HL7 = 'http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-';
  const FINDING = 'http://waariswally.nl/fhir/StructureDefinition/waw-finding';
  const dutch = document.documentElement.lang === 'nl';
  const words = dutch ? {
    busy: 'Bezig…', empty: 'Plak eerst een bericht.', noType: 'Het bericht noemt geen resourceType.',
    right: 'Het bericht klopt.', sent: 'Dit zou worden aangenomen.', notSent: 'Dit zou worden geweigerd.',
    problem: 'probleem gevonden', problems: 'problemen gevonden', remark: 'opmerking', remarks: 'opmerkingen',
    line: 'regel', noLine: 'hele bericht', where: 'Waar', rule: 'Regel', expected: 'Verwacht', found: 'Gevonden',
    guide: 'Lees meer', edit: 'Ga naar deze regel in het bericht', message: 'Het bericht, regel voor regel',
    error: 'Fout', fatal: 'Fout', warning: 'Waarschuwing', information: 'Ter informatie',
    unreachable: 'De server is niet bereikbaar.', refused: 'De server geeft deze client geen token. Kloppen naam en geheim?',
    odd: 'De server gaf een onverwacht antwoord: ',
  } : {
    busy: 'Working…', empty: 'Paste a message first.', noType: 'The message names no resourceType.',
    right: 'The message is right.', sent: 'This would be accepted.', notSent: 'This would be refused.',
    problem: 'problem found', problems: 'problems found', remark: 'remark', remarks: 'remarks',
    line: 'line', noLine: 'whole message', where: 'Where', rule: 'Rule', expected: 'Expected', found: 'Found',
    guide: 'Read more', edit: 'Go to this line of the message', message: 'The message, line by line',
    error: 'Error', fatal: 'Error', warning: 'Warning', information: 'For your information',
    unreachable: 'The server cannot be reached.', refused: 'The server gives this client no token. Are name and secret right?',
    odd: 'The server gave an unexpected answer: ',
  };
  const id = name => document.getElementById(name);
  const base = new URL('..', location.href).href;

  class Trouble extends Error {}

  function say(text) { id('status').textContent = text; }

  function make(tag, text, attributes = {}) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  async function ask(address, options) {
    try {
      // Without the browser's own credentials, whose window would come up at a wrong secret.
      return await fetch(address, { ...options, credentials: 'omit' });
    } catch (unreachable) {
      throw new Trouble(words.unreachable);
    }
  }

  async function token() {
    const credentials = [...new TextEncoder().encode(id('client').value + ':' + id('secret').value)];
    const answer = await ask(base + 'oauth2/token', {
      method: 'POST',
      headers: {
        'Authorization': 'Basic ' + btoa(String.fromCharCode(...credentials)),
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    if (!answer.ok) throw new Trouble(words.refused);
    return (await answer.json()).access_token;
  }

  /** Type and id of a message, also of one that cannot be parsed. */
  function about(text) {
    if (text.startsWith('<')) {
      const root = /<(?!\?|!--)(?:\w+:)?([A-Z]\w+)/.exec(text);
      const key = /^\s*<[^>]*>\s*<id value="([^"]+)"/.exec(text);
      return { xml: true, type: root && root[1], id: key && key[1] };
    }
    try {
      const resource = JSON.parse(text);
      return { type: resource.resourceType, id: resource.id };
    } catch (unreadable) {
      const type = /"resourceType"\s*:\s*"(\w+)"/.exec(text);
      return { type: type && type[1] };
    }
  }

  async function validate(rehearse) {
    const text = id('message').value;
    if (!text.trim()) throw new Trouble(words.empty);
    const message = about(text.trim());
    if (!message.type) throw new Trouble(words.noType);
    const update = rehearse && message.id && message.type !== 'Bundle';
    const query = new URLSearchParams();
    if (rehearse) query.set('mode', update ? 'update' : 'create');
    if (id('profile').value) query.set('profile', id('profile').value);
    const path = message.type + (update ? '/' + encodeURIComponent(message.id) : '') + '/$validate';
    const bearer = 'Bearer ' + await token();
    const answer = await ask(base + 'fhir/' + path + (query.size ? '?' + query : ''), {
      method: 'POST',
      headers: {
        'Authorization': bearer,
        'Accept': 'application/fhir+json',
        'Accept-Language': dutch ? 'nl' : 'en',
        'Content-Type': 'application/fhir+' + (message.xml ? 'xml' : 'json') + ';charset=UTF-8',
      },
      body: text,
    });
    const outcome = await answer.json().catch(() => null);
    if (!outcome || outcome.resourceType !== 'OperationOutcome') throw new Trouble(words.odd + answer.status);
    const issues = outcome.issue.map(read);
    await Promise.all(issues.map(issue => explain(issue, bearer)));
    show(issues, text, rehearse);
  }

  /** Puts a date in words, and beside a reference to somebody the name. */
  async function explain(issue, bearer) {
    const value = issue.value || '';
    if (/^\d{4}-\d\d-\d\dT/.test(value)) {
      const form = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Amsterdam' };
      issue.value = new Date(value).toLocaleString(dutch ? 'nl-NL' : 'en-GB', form);
    } else if (/^PractitionerRole\/[\w.-]+$/.test(value)) {
      const role = await resource(value, bearer);
      const person = role && role.practitioner;
      const name = person && (person.display || nameOf(await resource(person.reference, bearer)));
      if (name) issue.value = name + ' (' + value + ')';
    }
  }

  async function resource(reference, bearer) {
    if (!reference) return null;
    const answer = await ask(base + 'fhir/' + reference, {
      headers: { 'Authorization': bearer, 'Accept': 'application/fhir+json' },
    });
    return answer.ok ? answer.json() : null;
  }

  function nameOf(person) {
    const name = person && person.name && person.name[0];
    return name ? name.text || [...(name.given || []), name.family].join(' ') : '';
  }

  /** An issue of an OperationOutcome, as this page shows it. */
  function read(issue) {
    const value = (extensions, url) => {
      const found = (extensions || []).find(extension => extension.url === url);
      return found && (found.valueInteger ?? found.valueString ?? found.valueUrl ?? found.valueUri ?? found.valueCanonical);
    };
    const finding = ((issue.extension || []).find(extension => extension.url === FINDING) || {}).extension;
    return {
      severity: issue.severity,
      text: (issue.details && issue.details.text) || issue.diagnostics || issue.code,
      where: (issue.expression || []).join(', '),
      line: value(issue.extension, HL7 + 'line'),
      rule: value(finding, 'rule'),
      // What would happen is no expectation that was not met.
      expected: issue.severity === 'information' ? '' : value(finding, 'expected'),
      value: issue.severity === 'information' ? value(finding, 'expected') : '',
      found: value(finding, 'found'),
      guide: value(finding, 'guide'),
    };
  }

  function count(number, one, many) { return number + ' ' + (number === 1 ? one : many); }

  function show(issues, text, rehearse) {
    const wrong = issues.filter(issue => issue.severity === 'error' || issue.severity === 'fatal');
    const remarks = issues.filter(issue => issue.severity === 'warning');
    let summary = wrong.length ? count(wrong.length, words.problem, words.problems) + '.' : words.right;
    if (rehearse) summary += ' ' + (wrong.length ? words.notSent : words.sent);
    if (remarks.length) summary += ' ' + count(remarks.length, words.remark, words.remarks) + '.';
    const result = id('result');
    result.replaceChildren(list(issues), listing(issues, text));
    result.hidden = false;
    id('status').classList.toggle('bad', wrong.length > 0);
    id('status').classList.toggle('good', wrong.length === 0);
    say(summary);
  }

  /** All issues, each with a link to its line. */
  function list(issues) {
    const list = make('ol', '', { class: 'issues' });
    issues.forEach(issue => {
      const item = make('li', '', { class: 'issue ' + issue.severity });
      item.append(make('strong', words[issue.severity] || issue.severity), ' ');
      if (issue.line) {
        item.append(make('a', words.line + ' ' + issue.line, { href: '#line-' + issue.line }));
      } else {
        item.append(issue.where || words.noLine);
      }
      item.append(': ' + issue.text + (issue.value ? ': ' + issue.value : ''));
      list.append(item);
    });
    return list;
  }

  /** The message with each issue beside its line. */
  function listing(issues, text) {
    const box = make('div', '', { class: 'lines', role: 'group', tabindex: '0', 'aria-label': words.message });
    text.split('\n').forEach((line, index) => {
      const mine = issues.filter(issue => issue.line === index + 1);
      const worst = mine.some(issue => issue.severity !== 'warning') ? 'error' : 'warning';
      const row = make('div', '', { id: 'line-' + (index + 1), class: mine.length ? 'line marked ' + worst : 'line' });
      row.append(make('span', String(index + 1), { class: 'number' }), make('code', line || ' '));
      if (mine.length) {
        row.tabIndex = -1;
        const notes = make('div', '', { class: 'notes' });
        mine.forEach(issue => notes.append(note(issue, index)));
        row.append(notes);
      }
      box.append(row);
    });
    return box;
  }

  function note(issue, index) {
    const note = make('div', '', { class: 'issue ' + issue.severity });
    note.append(make('strong', words[issue.severity] || issue.severity), ' ' + issue.text);
    const facts = make('dl', '', { class: 'facts' });
    for (const name of ['where', 'rule', 'expected', 'found']) {
      // The text says what was expected, mostly.
      if (issue[name] && !issue.text.endsWith(issue[name])) {
        const fact = make('div');
        fact.append(make('dt', words[name]), make('dd', issue[name]));
        facts.append(fact);
      }
    }
    if (facts.childElementCount) note.append(facts);
    if (issue.guide) note.append(make('a', words.guide, { href: issue.guide }), ' ');
    const edit = make('button', words.edit, { type: 'button' });
    edit.addEventListener('click', () => goTo(index));
    note.append(edit);
    return note;
  }

  /** Puts the cursor at the start of this line of the message, and selects it. */
  function goTo(index) {
    const message = id('message');
    const lines = message.value.split('\n');
    const start = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
    message.focus();
    message.setSelectionRange(start, start + (lines[index] || '').length);
    message.scrollTop = message.scrollHeight * Math.max(0, index - 4) / lines.length;
  }

  async function run(rehearse) {
    id('status').classList.remove('good', 'bad');
    id('result').hidden = true;
    say(words.busy);
    try {
      await validate(rehearse);
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
      id('status').classList.add('bad');
      say(trouble.message);
    }
  }

  async function take(file) {
    if (file) id('message').value = await file.text();
  }

  function listen() {
    id('validate').addEventListener('click', () => run(false));
    id('rehearse').addEventListener('click', () => run(true));
    id('try').addEventListener('submit', event => event.preventDefault());
    id('file').addEventListener('change', event => take(event.target.files[0]));
    id('message').addEventListener('dragover', event => event.preventDefault());
    id('message').addEventListener('drop', event => {
      const file = event.dataTransfer.files[0];
      if (file) {
        event.preventDefault();
        take(file);
      }
    });
    id('example').addEventListener('click', async () => {
      id('message').value = await (await fetch('Bundle-TheaReferral.json')).text();
    });
    id('go').addEventListener('click', () => {
      const address = id('server').value.replace(/\/+$/, '');
      if (address) location.href = address + '/ig/' + location.pathname.split('/').pop();
    });
  }

  /** A page that came from a server knows it by the file that only a server gives. */
  async function settle() {
    const answer = location.protocol.startsWith('http') ? await fetch('try-it.json').catch(() => null) : null;
    // Who serves a copy may answer with a page of its own where there is no such file.
    const client = answer && answer.ok ? await answer.json().catch(() => null) : null;
    if (!client) {
      id('elsewhere').hidden = false;
      id('try').hidden = true;
      return;
    }
    if (client.id) {
      id('client').value = client.id;
      id('secret').value = client.secret;
      id('demo').hidden = false;
    }
  }

  listen();
  settle();
})();
