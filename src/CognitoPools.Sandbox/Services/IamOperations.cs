using System.Text.Json;
using CognitoPools.Sandbox.Operations;
using CognitoPools.Sandbox.Operations.Iam;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Services;

/// <summary>The IAM operations that the sandbox simulates.</summary>
internal static class IamOperations
{
    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new[]
    {
        Changing("CreateRole", RoleOperations.Create),
        Reading("GetRole", RoleOperations.Get),
        Reading("ListRoles", RoleOperations.List),
        Changing("UpdateAssumeRolePolicy", RoleOperations.UpdateTrust),
        Changing("UpdateRole", RoleOperations.Update),
        Changing("PutRolePermissionsBoundary", RoleOperations.PutBoundary),
        Changing("DeleteRolePermissionsBoundary", RoleOperations.DeleteBoundary),
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

    private static SandboxOperation Reading(string name, Func<IamCall, JsonElement, object?> apply) =>
        Guarded(name, isChanging: false, apply);

    private static SandboxOperation Changing(string name, Func<IamCall, JsonElement, object?> apply) =>
        Guarded(name, isChanging: true, apply);

    private static SandboxOperation Guarded(string name, bool isChanging, Func<IamCall, JsonElement, object?> apply) =>
        new(name, IsPublic: false, isChanging, IdentityManagementInputs.Of(name), (context, sent) =>
        {
            var store = context.Iam;
            lock (store.Gate)
                return apply(new IamCall(store, context.Now), sent);
        });
}
