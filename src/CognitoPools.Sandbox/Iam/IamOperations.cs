using System.Text.Json;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Iam;

/// <summary>The IAM operations that the sandbox has.</summary>
internal static class IamOperations
{
    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new[]
    {
        Changing("CreateRole", RoleOperations.Create),
        Reading("GetRole", RoleOperations.Get),
        Reading("ListRoles", RoleOperations.List),
        Changing("UpdateAssumeRolePolicy", RoleOperations.UpdateTrust),
        Changing("DeleteRole", RoleOperations.Delete),
        Changing("TagRole", RoleOperations.Tag),
        Changing("UntagRole", RoleOperations.Untag),
        Reading("ListInstanceProfilesForRole", RoleOperations.ListInstanceProfiles),
        Changing("PutRolePolicy", PolicyOperations.Put),
        Reading("GetRolePolicy", PolicyOperations.Get),
        Reading("ListRolePolicies", PolicyOperations.List),
        Changing("DeleteRolePolicy", PolicyOperations.Delete),
        Changing("AttachRolePolicy", PolicyOperations.Attach),
        Changing("DetachRolePolicy", PolicyOperations.Detach),
        Reading("ListAttachedRolePolicies", PolicyOperations.ListAttached),
        Reading("GetPolicy", PolicyOperations.GetManaged),
        Reading("GetPolicyVersion", PolicyOperations.GetManagedVersion),
        Reading("ListOpenIDConnectProviders", ProviderOperations.ListOpenIdConnect),
        Reading("GetOpenIDConnectProvider", ProviderOperations.GetOpenIdConnect),
        Reading("ListSAMLProviders", ProviderOperations.ListSaml),
        Reading("GetSAMLProvider", ProviderOperations.GetSaml),
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    private static SandboxOperation Reading(string name, Func<IamCall, JsonElement, object?> apply) => Guarded(name, isChanging: false, apply);

    private static SandboxOperation Changing(string name, Func<IamCall, JsonElement, object?> apply) => Guarded(name, isChanging: true, apply);

    private static SandboxOperation Guarded(string name, bool isChanging, Func<IamCall, JsonElement, object?> apply) =>
        new(name, IsPublic: false, isChanging, IdentityManagementInputs.Of(name), (context, sent) =>
        {
            var store = context.Account.Iam(context.Partition.Name);
            lock (store.Gate) return apply(new IamCall(store, context.Now), sent);
        });
}

/// <summary>What an IAM operation works on; the store's lock is held.</summary>
internal sealed record IamCall(IamStore Store, DateTimeOffset Now)
{
    /// <exception cref="ServiceError">There is no such role.</exception>
    public IamRole Role(JsonElement input)
    {
        var name = input.Text("RoleName");
        return Store.Roles.TryGetValue(name, out var role) ? role : throw NoSuchEntity($"The role with name {name} cannot be found.");
    }

    public void Save(IamRole role) => Store.Roles[role.Name] = role;

    public static ServiceError NoSuchEntity(string message) => new("NoSuchEntity", message, 404);

    public static ServiceError LimitExceeded(string message) => new("LimitExceeded", message, 409);
}
