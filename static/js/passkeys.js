// Passkeys: the browser's own window asks for one, and what it answers is sent as the form's hidden field.

const canUse = window.PublicKeyCredential?.parseCreationOptionsFromJSON !== undefined

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!canUse) continue
  form.hidden = false
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const problem = form.querySelector("[role=alert]")
    problem.textContent = ""
    try {
      form.elements.credential.value = JSON.stringify((await credential(form)).toJSON())
    } catch {
      problem.textContent = form.dataset.failed
      return
    }
    form.submit()
  })
}

function credential(form) {
  const { publicKey } = JSON.parse(form.dataset.options)
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) })
}
