// Shows the description. For reading only: nothing can be sent from this page, since what is sent here may go out.
const part = (around) => (Original, { React }) => (props) => around(React.createElement, React.createElement(Original, props));

SwaggerUIBundle({
  url: "/v1/openapi.yaml",
  dom_id: "#api",
  supportedSubmitMethods: [],
  validatorUrl: null,
  plugins: [
    () => ({
      wrapComponents: {
        authorizeBtn: () => () => null,
        // landmarks, a heading between the title and the groups, and a name for the choice, as screen readers need them
        InfoContainer: part((make, original) => make("section", { "aria-label": "About" }, original)),
        operations: part((make, original) => make("div", null, make("h2", null, "Operations"), original)),
        ExamplesSelect: part((make, original) => make("label", null, original)),
      },
    }),
  ],
});

// Swagger UI has dark colors of its own; the reader's setting chooses.
const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", dress);
dress();
