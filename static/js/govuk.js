// Starts the components of govuk-frontend on a page that has some. Loaded as a module; public pages work without it.
import { initAll } from "../vendor/govuk-frontend/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
