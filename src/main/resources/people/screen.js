// What a page cannot do without a script: keep what somebody types, and not send twice. Everything else is htmx.
(() => {
  "use strict";

  const PREFIX = "wally:";
  const who = PREFIX + document.body.dataset.who + ":";
  const store = window.sessionStorage;

  // A form with data-keep keeps its text in this window until the server has it: by sending it, or saving while typing. What is
  // hidden goes along where it says data-kept: the number of the form, under which it is one message however often it is sent.
  const keyOf = form => who + location.pathname + "#" + form.dataset.keep;
  const kept = () => Object.keys(store).filter(key => key.startsWith(PREFIX));
  const fields = form => [...form.elements].filter(field =>
    field.name && (field.matches("[data-kept]") || !["hidden", "password", "file", "submit", "button"].includes(field.type))
      && !field.closest("[data-keep-not]"));

  function keep(form) {
    const values = fields(form)
      .filter(field => !["radio", "checkbox"].includes(field.type) || field.checked)
      .map(field => [field.name, field.value]);
    store.setItem(keyOf(form), JSON.stringify(values));
  }

  function restore(form) {
    const text = store.getItem(keyOf(form));
    if (text === null) {
      return false;
    }
    const values = JSON.parse(text);
    let changed = false;
    for (const field of fields(form)) {
      const own = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["radio", "checkbox"].includes(field.type)) {
        const checked = own.includes(field.value);
        if (field.checked !== checked) {
          field.checked = checked;
          changed = seen(field);
        }
      } else if (own.length > 0) {
        // Fields of one name stand in the order in which they were kept.
        const value = own.length === 1 ? own[0] : take(values, field.name);
        if (field.value !== value) {
          field.value = value;
          changed = seen(field);
        }
      }
    }
    return changed;
  }

  // What was put back must not lie hidden.
  function seen(field) {
    const folded = field.closest("details");
    if (folded) {
      folded.open = true;
    }
    return true;
  }

  function take(values, name) {
    const at = values.findIndex(([other]) => other === name);
    return values.splice(at, 1)[0][1];
  }

  function forget(keys) {
    keys.forEach(key => store.removeItem(key));
  }

  // What another person typed in this window is not for the eyes of whoever signs in next.
  forget(kept().filter(key => !key.startsWith(who)));

  // What was sent has arrived when it led to a page without that form, or to one that says so: data-done="name of the form".
  // Otherwise it has yet to be sent, wherever one looks in the meantime.
  const forms = [...document.querySelectorAll("form[data-keep]")];
  const refused = document.querySelector("[data-refused]") !== null;
  const done = [...document.querySelectorAll("[data-done]")].map(said => said.dataset.done);
  const here = forms.filter(form => !done.includes(form.dataset.keep)).map(keyOf);
  for (const key of kept().filter(key => store.getItem(key + ":sent"))) {
    forget(refused || here.includes(key) ? [key + ":sent"] : [key, key + ":sent"]);
  }
  const restored = forms.map(restore).some(changed => changed);
  const says = document.getElementById("restored");
  if (restored && says) {
    says.hidden = false;
    // By then htmx listens.
    document.addEventListener("DOMContentLoaded", () =>
      forms.forEach(form => form.dispatchEvent(new Event("restored", { bubbles: true }))));
  }

  document.addEventListener("input", event => {
    const form = event.target.closest("form[data-keep]");
    if (form) {
      keep(form);
    }
  });

  // A second click while the first is under way sends nothing. Without a connection it would lead to a page of the browser,
  // away from what somebody typed.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!navigator.onLine) {
      event.preventDefault();
      connected(false);
      return;
    }
    if (form.matches("[data-forget]")) {
      forget(kept());
    }
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "yes";
    if (form.matches("[data-keep]")) {
      keep(form);
      store.setItem(keyOf(form) + ":sent", "yes");
    }
  });
  // Whoever comes back with the button of the browser may send again.
  window.addEventListener("pageshow", () =>
    document.querySelectorAll("form[data-sending]").forEach(form => delete form.dataset.sending));

  const offline = document.getElementById("offline");
  const connected = yes => {
    if (offline) {
      offline.hidden = yes;
    }
  };
  window.addEventListener("offline", () => connected(false));
  window.addEventListener("online", () => {
    connected(true);
    document.querySelectorAll("form[data-keep]").forEach(form => form.dispatchEvent(new Event("again", { bubbles: true })));
  });
  // An answer that is a failure takes no place on a page, unless it says which: that of notices.
  document.body.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.xhr.getResponseHeader("HX-Retarget")) {
      event.detail.shouldSwap = true;
    }
  });
  document.body.addEventListener("htmx:sendError", () => connected(false));
  // Saved while typing: the server has it, so this window need not keep it. What was typed since then it has not.
  const saving = event => {
    const form = event.target.closest("form[data-keep]");
    return form && event.target.closest("[data-saves]") ? form : null;
  };
  const saved = new WeakMap();
  document.body.addEventListener("htmx:beforeRequest", event => {
    const form = saving(event);
    if (form) {
      saved.set(form, store.getItem(keyOf(form)));
    }
  });
  document.body.addEventListener("htmx:afterRequest", event => {
    const form = event.target.closest("form");
    if (form) {
      delete form.dataset.sending;
    }
    if (event.detail.successful) {
      connected(true);
      const typing = saving(event);
      if (typing && store.getItem(keyOf(typing)) === saved.get(typing)) {
        forget([keyOf(typing), keyOf(typing) + ":sent"]);
      } else if (typing) {
        // Over the version that is there by now.
        keep(typing);
      }
    }
  });

  document.addEventListener("click", event => {
    if (event.target.closest("[data-print]")) {
      window.print();
    }
  });
})();
