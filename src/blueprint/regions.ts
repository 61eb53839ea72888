// The AWS regions a blueprint may name, with three zone ids each: zone names are shuffled per account, ids aren't.

export type KnownRegion = { readonly zoneIds: readonly [string, string, string]; readonly optIn: boolean };

// Sources: Infracost's zones_aws.go of 2026-08-21 for the first four rows (us-east-1's newest families lie in 1, 2, 4, 5
// and 6); the others from memory of AWS's own page, which `tandem doctor --aws` asks the account about.
export const KNOWN_REGIONS: Readonly<Record<string, KnownRegion>> = {
  "ap-south-1": { zoneIds: ["aps1-az1", "aps1-az2", "aps1-az3"], optIn: false },
  "ap-south-2": { zoneIds: ["aps2-az1", "aps2-az2", "aps2-az3"], optIn: true },
  "ap-southeast-1": { zoneIds: ["apse1-az1", "apse1-az2", "apse1-az3"], optIn: false },
  "us-east-1": { zoneIds: ["use1-az1", "use1-az2", "use1-az4"], optIn: false },
  "us-east-2": { zoneIds: ["use2-az1", "use2-az2", "use2-az3"], optIn: false },
  "us-west-2": { zoneIds: ["usw2-az1", "usw2-az2", "usw2-az3"], optIn: false },
  "eu-west-1": { zoneIds: ["euw1-az1", "euw1-az2", "euw1-az3"], optIn: false },
  "eu-west-2": { zoneIds: ["euw2-az1", "euw2-az2", "euw2-az3"], optIn: false },
  "eu-central-1": { zoneIds: ["euc1-az1", "euc1-az2", "euc1-az3"], optIn: false },
  "ap-northeast-1": { zoneIds: ["apne1-az1", "apne1-az2", "apne1-az4"], optIn: false },
  "ap-southeast-2": { zoneIds: ["apse2-az1", "apse2-az2", "apse2-az3"], optIn: false },
};
