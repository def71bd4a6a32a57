// Saves a form as it is typed, to the address it would be sent to anyway. Without script its Save button does the
// same. What was typed never leaves the page: a save that fails says so, and is tried again.

const PAUSE = 1500; // milliseconds after the last key
const AGAIN = 10000; // after a failure

const form = document.querySelector("form[data-autosave]");
if (form) {
  const words = form.querySelector("[data-saved]");
  const elsewhere = document.querySelector("[data-elsewhere]");
  let changed = false;
  let stopped = !elsewhere.hidden;
  let saving = null;
  let timer = 0;

  const say = (text, failed = false) => {
    if (words.textContent !== text) words.textContent = text;
    words.classList.toggle("clerk-error", failed);
  };

  const post = () => {
    const content = new FormData(form);
    content.delete("act");
    return fetch(form.action, { method: "POST", body: new URLSearchParams(content), headers: { Accept: "application/json" } });
  };

  // What somebody else changed, as the page itself lists it where no script runs.
  const list = (changed) => {
    const one = elsewhere.querySelector("[data-elsewhere-one]");
    const rows = changed.map(({ row, what, before, after }) => {
      const copy = one.content.cloneNode(true);
      copy.querySelector("dt").textContent = `${row}: ${what}`;
      copy.querySelector("[data-before]").textContent = before;
      copy.querySelector("[data-after]").textContent = after;
      return copy;
    });
    elsewhere.querySelector("[data-elsewhere-changed]").replaceChildren(...rows);
  };

  // After signing in again in another tab, this page's token is an old one: take that of a fresh page.
  const renewToken = async () => {
    const response = await fetch(form.action);
    if (!response.ok || response.redirected) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const token = page.querySelector("input[name=csrfmiddlewaretoken]");
    if (token) form.elements.csrfmiddlewaretoken.value = token.value;
    return Boolean(token);
  };

  const isRefused = (response) => response.redirected || [401, 403].includes(response.status);

  const send = async () => {
    let response = await post();
    if (isRefused(response) && (await renewToken())) response = await post();
    if (isRefused(response)) throw new Error("You are signed out. Sign in again in another tab");
    if (response.status === 409) {
      stopped = true;
      elsewhere.hidden = false;
      const { problem, changed } = await response.json();
      elsewhere.querySelector("[data-elsewhere-words]").textContent = problem;
      list(changed);
      elsewhere.scrollIntoView({ block: "center" });
      throw new Error("Somebody else has saved these minutes");
    }
    if (!response.ok) throw new Error("The site could not save them");
    return response.json();
  };

  const save = async () => {
    window.clearTimeout(timer);
    changed = false;
    say("Saving …");
    try {
      const saved = await send();
      form.elements.basis.value = saved.basis;
      say(changed ? "Saving …" : saved.words);
      return true;
    } catch (error) {
      changed = true;
      const why = error instanceof TypeError ? "The site cannot be reached" : error.message;
      say(`Not saved. ${why}. What you typed is kept on this page.`, true);
      if (!stopped) later(AGAIN);
      return false;
    } finally {
      saving = null;
      if (changed && !stopped && !timer) later(PAUSE);
    }
  };

  // One save at a time: the next one starts from what the last one left.
  const saveNow = async () => {
    if (saving) await saving;
    saving = save();
    return saving;
  };

  function later(wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = 0;
      saveNow();
    }, wait);
  }

  form.addEventListener("input", () => {
    changed = true;
    if (stopped) return;
    if (!saving) say("Not saved yet");
    later(PAUSE);
  });

  document.addEventListener("visibilitychange", () => {
    if (document.hidden && changed && !stopped) saveNow();
  });

  window.addEventListener("beforeunload", (event) => {
    if (changed || saving) event.preventDefault();
  });

  // A button is obeyed only once what was typed is saved, so that a lost session or a broken line loses nothing.
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    const act = button ? button.value : "save";
    if (act === "over" || form.dataset.leaving) {
      changed = false;
      return;
    }
    event.preventDefault();
    if (stopped || !(await saveNow())) return;
    if (act === "save") return;
    form.dataset.leaving = "yes";
    form.requestSubmit(button);
    delete form.dataset.leaving;
  });
}
