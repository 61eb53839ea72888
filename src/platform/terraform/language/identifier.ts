// Names inside Terraform: what a host name, a bucket's purpose or a workload is called in an address.

/** Small letters, digits and underscores, beginning with a letter: "web.example-1" → "web_example_1", "ReadOnlyAccess" →
 *  "read_only_access". */
export const terraformName = (text: string): string => {
  const name = text
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(name) ? name : `_${name}`;
};
