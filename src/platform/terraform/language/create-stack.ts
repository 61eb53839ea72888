// Makes a stack that is declared to. What can be wrong is said where it is written: an address declared twice (both
// files named), a reference into another stack's state, a value that is neither data nor an expression.
import { HAVE_ADDRESS } from "../aws/blocks.generated.ts";
import { type Argument, call, expression, expressionOf, type Origin, reference, text } from "./expression.ts";
import type { Item, LifecycleContent, Resource } from "./graph.ts";
import type { Declared, File, Lifecycle, Options, ProviderAlias, Stack, StackSettings } from "./stack.ts";

type OpenFile = { readonly name: string; readonly comment: string; readonly items: Item[] };
type Opened = {
  readonly settings: StackSettings;
  readonly files: Map<string, OpenFile>;
  /** Address, or "output.x" and the like → the file that has it. */
  readonly declaredIn: Map<string, string>;
  readonly providers: Map<string, ProviderAlias>;
  readonly assets: Map<string, string>;
  readonly resources: Resource[];
};
/** What is being filled in, for the errors. */
type Place = { readonly opened: Opened; readonly file: string; readonly what: string };

export function createStack(settings: StackSettings): Stack {
  const opened: Opened = {
    settings,
    files: new Map(),
    declaredIn: new Map(),
    providers: new Map(),
    assets: new Map(),
    resources: [],
  };
  return {
    name: settings.name,
    region: settings.region,
    settings,
    file(name, comment) {
      const before = opened.files.get(name);
      if (before && comment !== "" && before.comment !== comment) {
        throw new Error(
          `${settings.name}/${name}.tf has two comments: "${before.comment}" and "${comment}". Let one concern begin the file, and give the same comment (or "") where another goes on with it.`,
        );
      }
      const file: OpenFile = before ?? { name, comment, items: [] };
      opened.files.set(name, file);
      return openFile(opened, file);
    },
    asset(path, content) {
      if (opened.assets.has(path)) {
        throw new Error(`${settings.name}/${path} is written twice. Give one of the two assets another path.`);
      }
      opened.assets.set(path, content);
      return call("file", text`${expression<string>({ kind: "ref", address: "path.module", path: [] })}/${path}`);
    },
    provider(alias, region) {
      const before = opened.providers.get(alias);
      if (before && before.region !== region) {
        throw new Error(
          `${settings.name} has the provider alias ${alias} for ${before.region} and for ${region}. Give the second one another name.`,
        );
      }
      const provider = before ?? { alias, region };
      opened.providers.set(alias, provider);
      return provider;
    },
    get providers() {
      return [...opened.providers.values()];
    },
    get assets() {
      return opened.assets;
    },
    get files() {
      return [...opened.files.values()];
    },
    get resources() {
      return opened.resources;
    },
  };
}

function openFile(opened: Opened, file: OpenFile): File {
  const origin: Origin = { stack: opened.settings.name, file: file.name };
  const place = (what: string): Place => ({ opened, file: file.name, what });
  const claim = (what: string): Place => {
    claimAddress(opened, file.name, what);
    return place(what);
  };
  const conditions = (at: Place, list: readonly { condition: unknown; error_message: string }[]) =>
    list.map(({ condition, error_message }) => ({ condition: plain(at, condition), error_message }));
  const declare = (mode: Resource["mode"], type: string, name: string, args: object, options: Options = {}): never => {
    const address = mode === "resource" ? `${type}.${name}` : `${mode}.${type}.${name}`;
    const resource = resourceOf(claim(address), mode, type, name, address, args, options);
    file.items.push(resource);
    opened.resources.push(resource);
    return reference(address, origin, [], HAVE_ADDRESS.includes(type) ? undefined : address) as never;
  };
  return {
    name: file.name,
    resource: (type, name, args, options) => declare("resource", type, name, args, options as Options | undefined),
    data: (type, name, args, options) => declare("data", type, name, args, options),
    ephemeral: (type, name, args, options) => declare("ephemeral", type, name, args, options),
    output(name, value, description, options) {
      const at = claim(`output.${name}`);
      file.items.push({ kind: "output", name, description, value: plain(at, value), ...options });
    },
    variable(name, { validation, ...variable }) {
      const at = claim(`var.${name}`);
      file.items.push({
        kind: "variable",
        name,
        ...variable,
        ...(validation && { validation: conditions(at, validation) }),
      });
      return reference(`var.${name}`, origin) as never;
    },
    moved(move) {
      claim(`moved.${move.from}`);
      file.items.push({ kind: "moved", ...move });
    },
    import({ to, id, comment }) {
      const target = typeof to === "string" ? to : addressOf(to);
      const at = claim(`import.${target}`);
      file.items.push({ kind: "import", to: target, id: plain(at, id), ...(comment !== undefined && { comment }) });
    },
    removed(removal) {
      claim(`removed.${removal.from}`);
      file.items.push({ kind: "removed", ...removal });
    },
    check(name, { assert, comment }) {
      const at = claim(`check.${name}`);
      file.items.push({
        kind: "check",
        name,
        assert: conditions(at, assert),
        ...(comment !== undefined && { comment }),
      });
    },
  };
}

const NAME = /^[a-z_][a-z0-9_-]*$/;

function claimAddress(opened: Opened, file: string, what: string): void {
  const before = opened.declaredIn.get(what);
  const stack = opened.settings.name;
  if (before) {
    throw new Error(
      `${what} is declared twice in ${stack}: in ${before}.tf and in ${file}.tf. Each address is one thing; give one of them another name.`,
    );
  }
  const name = what.slice(what.lastIndexOf(".") + 1);
  if (!/^(moved|import|removed)\./.test(what) && !NAME.test(name)) {
    throw new Error(
      `${what} in ${stack}/${file}.tf: Terraform takes small letters, digits and underscores in a name, beginning with a letter. Make it with terraformName() from language/identifier.ts.`,
    );
  }
  opened.declaredIn.set(what, file);
}

function resourceOf(
  at: Place,
  mode: Resource["mode"],
  type: string,
  name: string,
  address: string,
  args: object,
  options: Options,
): Resource {
  return {
    kind: "resource",
    mode,
    type,
    name,
    address,
    file: at.file,
    region: options.provider?.region ?? at.opened.settings.region,
    ...(options.provider && { provider: options.provider.alias }),
    ...(options.comment !== undefined && { comment: options.comment }),
    args: plain(at, args) as Resource["args"],
    dependsOn: (options.dependsOn ?? []).map((one) => dependency(at, one)),
    lifecycle: options.lifecycle ? lifecycleOf(at, options.lifecycle) : {},
  };
}

function dependency(at: Place, declared: Declared): string {
  const found = plain({ ...at, what: `${at.what} (dependsOn)` }, declared);
  if (typeof found === "object" && found !== null && "address" in found && typeof found.address === "string")
    return found.address;
  throw new Error(
    `${at.what} in ${at.opened.settings.name}/${at.file}.tf depends on something that isn't declared. Give dependsOn the handles that resource() and data() return.`,
  );
}

function lifecycleOf(
  at: Place,
  { replaceTriggeredBy, precondition, postcondition, ...rest }: Lifecycle,
): LifecycleContent {
  const conditions = (list: readonly { condition: unknown; error_message: string }[]) =>
    list.map(({ condition, error_message }) => ({ condition: plain(at, condition), error_message }));
  return {
    ...rest,
    ...(replaceTriggeredBy && { replaceTriggeredBy: replaceTriggeredBy.map((one) => plain(at, one)) }),
    ...(precondition && { precondition: conditions(precondition) }),
    ...(postcondition && { postcondition: conditions(postcondition) }),
  };
}

/** The Terraform address of anything declared. */
export function addressOf(declared: Declared): string {
  const found = expressionOf(declared)?.expression;
  if (found?.kind !== "ref") throw new Error("addressOf was given something that no stack declared.");
  return found.address;
}

/** The plain data of a value: references become objects, what is undefined is left out. */
function plain(at: Place, value: unknown): Argument {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw new Error(
      `${at.what} in ${at.opened.settings.name}/${at.file}.tf has the number ${value}, which Terraform can't write. A size was derived from nothing.`,
    );
  }
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map((one) => plain(at, one));
  const node = expressionOf(value);
  if (node) {
    if (node.origin && node.origin.stack !== at.opened.settings.name) {
      const { expression } = node;
      const what = expression.kind === "ref" ? [expression.address, ...expression.path].join(".") : expression.kind;
      throw new Error(
        `${at.what} in ${at.opened.settings.name}/${at.file}.tf refers to ${what} of another stack (${node.origin.stack}/${node.origin.file}.tf). No stack reads another's state: name it by a function of src/platform/names, or look it up by name with data().`,
      );
    }
    return node.expression.kind === "ref" ? node.expression : plain(at, node.expression);
  }
  if (
    typeof value === "object" &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
  ) {
    const data: Record<string, Argument> = {};
    for (const [name, one] of Object.entries(value)) if (one !== undefined) data[name] = plain(at, one);
    return data;
  }
  throw new Error(
    `${at.what} in ${at.opened.settings.name}/${at.file}.tf holds a ${typeof value} that isn't data. Arguments are literals, lists, objects and references.`,
  );
}
