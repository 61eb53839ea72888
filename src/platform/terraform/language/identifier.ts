// Names inside Terraform: what a host name, a bucket's purpose or a workload is called in an address.

/** Small letters, digits and underscores, beginning with a letter: "web.example-1" → "web_example_1". */
export const terraformName = (text: string): string => {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(name) ? name : `_${name}`;
};
