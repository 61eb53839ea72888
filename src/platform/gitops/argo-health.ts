// What "healthy" means of kinds that Argo CD doesn't know, in its own language for it, Lua. The first is what makes waves
// wait for each other: the root Application begins a wave when the ApplicationSet of the one before is healthy, and an
// ApplicationSet is that only once each Application that it made is synced and healthy. (By itself Argo CD calls it healthy as
// soon as it has made them; it lists their state in `status.resources`.)

const APPLICATION_SET = `local answer = { status = "Progressing", message = "Its Applications are not made yet" }
if obj.status == nil then return answer end
for _, condition in ipairs(obj.status.conditions or {}) do
  if condition.type == "ErrorOccurred" and condition.status == "True" then
    return { status = "Degraded", message = condition.message or "It could not be worked out" }
  end
end
local made = obj.status.resources
if made == nil or #made == 0 then return answer end
for _, one in ipairs(made) do
  local health = one.health ~= nil and one.health.status or "Missing"
  if health == "Degraded" then
    return { status = "Degraded", message = one.name .. " is degraded" }
  end
  if one.status ~= "Synced" or health ~= "Healthy" then
    return { status = "Progressing", message = "Waits for " .. one.name .. ": " .. (one.status or "not looked at") .. ", " .. health }
  end
end
return { status = "Healthy", message = #made .. " Applications are synced and healthy" }
`;

/** Restored, as Argo CD's manual has it for Applications in Applications: since 1.8 it leaves this out. */
const APPLICATION = `local answer = { status = "Progressing", message = "Not looked at yet" }
if obj.status ~= nil and obj.status.health ~= nil then
  answer.status = obj.status.health.status or "Progressing"
  answer.message = obj.status.health.message or ""
end
return answer
`;

/** A kind whose \`Ready\` condition is the whole truth. */
const ready = (
  kind: string,
): string => `local answer = { status = "Progressing", message = "${kind} is not looked at yet" }
if obj.status == nil then return answer end
for _, condition in ipairs(obj.status.conditions or {}) do
  if condition.type == "Ready" and condition.status == "True" then
    return { status = "Healthy", message = condition.message or "" }
  end
  if condition.type == "Ready" and condition.status == "False" then
    return { status = "Degraded", message = condition.message or condition.reason or "Not ready" }
  end
end
return answer
`;

/** Group and kind with "_" between, as \`resource.customizations.health.<group>_<kind>\` wants it. */
export const HEALTH_CHECKS: Readonly<Record<string, string>> = {
  "argoproj.io_ApplicationSet": APPLICATION_SET,
  "argoproj.io_Application": APPLICATION,
  "karpenter.sh_NodePool": ready("The pool"),
  "karpenter.k8s.aws_EC2NodeClass": ready("The class"),
};

export const healthChecks = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(HEALTH_CHECKS).map(([kind, lua]) => [`resource.customizations.health.${kind}`, lua]),
  );
