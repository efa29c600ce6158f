using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>The operations on roles, their trust policies, tags and instance profiles.</summary>
internal static class RoleOperations
{
    private const int RoleLimit = 1_000;
    private const int TrustLimit = 2_048;
    private const int TagLimit = 50;
    private const int DefaultSession = 3_600;

    public static object Create(IamCall call, JsonElement input)
    {
        var (name, path, trust) =
            (input.Text("RoleName"), input.OptionalText("Path") ?? "/", input.Text("AssumeRolePolicyDocument"));
        CheckTrust(call, trust);
        if (call.Store.Roles.ContainsKey(name))
            throw new ServiceError("EntityAlreadyExists", $"Role with name {name} already exists.", 409);
        if (call.Store.Roles.Count >= RoleLimit)
            throw IamCall.LimitExceeded($"Cannot exceed quota for RolesPerAccount: {RoleLimit}");
        var role = new IamRole(name, path, IamStore.NewId("AROA"), call.Store.Arn($"role{path}{name}"), call.Now)
        {
            TrustPolicy = trust,
            TrustedSince = call.Now,
            Description = Description(input),
            MaxSessionDuration = input.OptionalNumber("MaxSessionDuration") ?? DefaultSession,
            PermissionsBoundary = Boundary(call, input),
        };
        role = role with { Tags = Merge(role.Tags, input) };
        call.Save(role);
        return IamXml.Role(role, isWhole: true, "Role");
    }

    public static object Get(IamCall call, JsonElement input) => IamXml.Role(call.Role(input), isWhole: true, "Role");

    public static object List(IamCall call, JsonElement input)
    {
        var prefix = input.OptionalText("PathPrefix") ?? "/";
        var roles = call.Store.Roles.Values.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal));
        return IamPage.Of(
            input, roles, role => role.Name, StringComparer.OrdinalIgnoreCase,
            "Roles", role => IamXml.Role(role, isWhole: false, "member"));
    }

    public static object? UpdateTrust(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        var trust = input.Text("PolicyDocument");
        CheckTrust(call, trust);
        call.Save(role with { TrustPolicy = trust, TrustedSince = call.Now });
        return null;
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html: a session duration that is not sent becomes
    // one hour. A description that is not sent stays unchanged.
    public static object Update(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        call.Save(role with
        {
            Description = input.Has("Description", out _) ? Description(input) : role.Description,
            MaxSessionDuration = input.OptionalNumber("MaxSessionDuration") ?? DefaultSession,
        });
        return Array.Empty<object>();
    }

    public static object? PutBoundary(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        call.Save(role with { PermissionsBoundary = Boundary(call, input) });
        return null;
    }

    public static object? DeleteBoundary(IamCall call, JsonElement input)
    {
        call.Save(call.Role(input) with { PermissionsBoundary = null });
        return null;
    }

    public static object? Delete(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        Refuse(!role.InlinePolicies.IsEmpty, "Cannot delete entity, must delete policies first.");
        Refuse(!role.AttachedPolicies.IsEmpty, "Cannot delete entity, must detach all policies first.");
        Refuse(ProfilesOf(call, role).Any(), "Cannot delete entity, must remove roles from instance profile first.");
        call.Store.Roles.Remove(role.Name);
        return null;

        static void Refuse(bool isInUse, string message)
        {
            if (isInUse)
                throw new ServiceError("DeleteConflict", message, 409);
        }
    }

    public static object? Tag(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        call.Save(role with { Tags = Merge(role.Tags, input) });
        return null;
    }

    public static object? Untag(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        call.Save(role with
        {
            Tags = role.Tags.RemoveRange(input.GetProperty("TagKeys").EnumerateArray().Select(key => key.GetString()!)),
        });
        return null;
    }

    public static object ListInstanceProfiles(IamCall call, JsonElement input)
    {
        var role = call.Role(input);
        return IamPage.Of(
            input,
            ProfilesOf(call, role),
            profile => profile.Name,
            StringComparer.OrdinalIgnoreCase,
            "InstanceProfiles",
            profile => new XElement(
                "member",
                new XElement("Path", "/"),
                new XElement("InstanceProfileName", profile.Name),
                new XElement("InstanceProfileId", profile.Id),
                new XElement("Arn", profile.Arn),
                new XElement("CreateDate", IamXml.Time(profile.CreateDate)),
                new XElement("Roles", IamXml.Role(role, isWhole: false, "member"))));
    }

    private static IEnumerable<IamInstanceProfile> ProfilesOf(IamCall call, IamRole role) =>
        call.Store.InstanceProfiles.Values.Where(profile => profile.RoleName == role.Name);

    private static void CheckTrust(IamCall call, string trust)
    {
        PolicyRules.CheckTrust(trust, call.Store);
        if (PolicyRules.Size(trust) > TrustLimit)
            throw IamCall.LimitExceeded($"Cannot exceed quota for ACLSizePerRole: {TrustLimit}");
    }

    private static string? Description(JsonElement input) =>
        input.OptionalText("Description") is { Length: > 0 } description ? description : null;

    private static string? Boundary(IamCall call, JsonElement input)
    {
        if (input.OptionalText("PermissionsBoundary") is not { } arn)
            return null;
        return call.Store.Policies.ContainsKey(arn)
            ? arn
            : throw IamCall.NoSuchEntity($"Scope ARN: {arn} does not exist or is not attachable.");
    }

    private static ImmutableSortedDictionary<string, string> Merge(
        ImmutableSortedDictionary<string, string> tags, JsonElement input)
    {
        if (!input.Has("Tags", out var sent))
            return tags;
        var added = sent.EnumerateArray()
            .Select(tag => new KeyValuePair<string, string>(tag.Text("Key"), tag.Text("Value")))
            .ToList();
        if (added.Select(tag => tag.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() < added.Count)
            throw Invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        if (added.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
            throw Invalid("System tags cannot be added/updated by requester.");
        // Removed first, so that a key that is sent in another case replaces the old one.
        var merged = tags.RemoveRange(added.Select(tag => tag.Key)).AddRange(added);
        return merged.Count <= TagLimit
            ? merged
            : throw IamCall.LimitExceeded($"The number of tags has reached the maximum limit: {TagLimit}.");
    }

    private static ServiceError Invalid(string message) => new("InvalidInput", message);
}
