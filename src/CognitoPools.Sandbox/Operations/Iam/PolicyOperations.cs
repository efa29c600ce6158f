using System.Text.Json;
using System.Xml.Linq;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>The operations on permissions policies: inline policies and attached managed policies.</summary>
internal static class PolicyOperations
{
    private const int InlineLimit = 10_240;
    private const int AttachedLimit = 10;
    private const string OnlyVersion = "v1";

    public static object? Put(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        var document = input.Text("PolicyDocument");
        var policies = role.InlinePolicies.SetItem(input.Text("PolicyName"), document);
        if (policies.Values.Sum(PolicyRules.Size) > InlineLimit)
            throw IamCall.LimitExceeded($"Maximum policy size of {InlineLimit} bytes exceeded for role {role.Name}");
        PolicyRules.CheckPermissions(document);
        call.Save(role with { InlinePolicies = policies });
        return null;
    }

    public static object Get(IamCall call, JsonElement input)
    {
        var (role, name) = (call.Role(input), input.Text("PolicyName"));
        return new object[]
        {
            new XElement("RoleName", role.Name),
            new XElement("PolicyName", name),
            new XElement("PolicyDocument", IamXml.Document(Inline(role, name))),
        };
    }

    public static object List(IamCall call, JsonElement input) =>
        IamPage.Of(
            input, call.Role(input).InlinePolicies.Keys, name => name,
            StringComparer.Ordinal, "PolicyNames", name => new XElement("member", name));

    public static object? Delete(IamCall call, JsonElement input)
    {
        var (role, name) = (call.Role(input), input.Text("PolicyName"));
        Inline(role, name);
        call.Save(role with { InlinePolicies = role.InlinePolicies.Remove(name) });
        return null;
    }

    public static object? Attach(IamCall call, JsonElement input)
    {
        var (role, arn) = (call.Role(input), input.Text("PolicyArn"));
        if (!call.Store.Policies.ContainsKey(arn))
            throw IamCall.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
        var attached = role.AttachedPolicies.Add(arn);
        if (attached.Count > AttachedLimit)
            throw IamCall.LimitExceeded($"Cannot exceed quota for PoliciesPerRole: {AttachedLimit}");
        call.Save(role with { AttachedPolicies = attached });
        return null;
    }

    public static object? Detach(IamCall call, JsonElement input)
    {
        var (role, arn) = (call.Role(input), input.Text("PolicyArn"));
        if (!role.AttachedPolicies.Contains(arn))
            throw IamCall.NoSuchEntity($"Policy {arn} was not found.");
        call.Save(role with { AttachedPolicies = role.AttachedPolicies.Remove(arn) });
        return null;
    }

    public static object ListAttached(IamCall call, JsonElement input)
    {
        var prefix = input.OptionalText("PathPrefix") ?? "/";
        var policies = call.Role(input).AttachedPolicies
            .Select(arn => call.Store.Policies[arn])
            .Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal));
        return IamPage.Of(
            input,
            policies,
            policy => policy.Arn,
            StringComparer.Ordinal,
            "AttachedPolicies",
            policy => new XElement(
                "member", new XElement("PolicyName", policy.Name), new XElement("PolicyArn", policy.Arn)));
    }

    public static object GetManaged(IamCall call, JsonElement input)
    {
        var policy = Managed(call, input);
        var roles = call.Store.Roles.Values;
        return new XElement(
            "Policy",
            new XElement("PolicyName", policy.Name),
            new XElement("PolicyId", policy.Id),
            new XElement("Arn", policy.Arn),
            new XElement("Path", policy.Path),
            new XElement("DefaultVersionId", OnlyVersion),
            new XElement("AttachmentCount", roles.Count(role => role.AttachedPolicies.Contains(policy.Arn))),
            new XElement("PermissionsBoundaryUsageCount", roles.Count(role => role.PermissionsBoundary == policy.Arn)),
            new XElement("IsAttachable", true),
            new XElement("CreateDate", IamXml.Time(policy.CreateDate)),
            new XElement("UpdateDate", IamXml.Time(policy.CreateDate)));
    }

    public static object GetManagedVersion(IamCall call, JsonElement input)
    {
        var (policy, version) = (Managed(call, input), input.Text("VersionId"));
        if (version != OnlyVersion)
            throw IamCall.NoSuchEntity($"Policy {policy.Arn} version {version} does not exist or is not attachable.");
        return new XElement(
            "PolicyVersion",
            new XElement("Document", IamXml.Document(policy.Document)),
            new XElement("VersionId", OnlyVersion),
            new XElement("IsDefaultVersion", true),
            new XElement("CreateDate", IamXml.Time(policy.CreateDate)));
    }

    private static string Inline(IamRole role, string name) => role.InlinePolicies.TryGetValue(name, out var document)
        ? document
        : throw IamCall.NoSuchEntity($"The role policy with name {name} cannot be found.");

    private static IamPolicy Managed(IamCall call, JsonElement input)
    {
        var arn = input.Text("PolicyArn");
        return call.Store.Policies.TryGetValue(arn, out var policy)
            ? policy
            : throw IamCall.NoSuchEntity($"Policy {arn} was not found.");
    }
}
