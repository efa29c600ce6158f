using System.Text.Json;
using CognitoPools.Sandbox.Operations;
using CognitoPools.Sandbox.Operations.Iam;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Services;

/// <summary>The IAM operations that the sandbox has.</summary>
internal static class IamOperations
{
    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new[]
    {
        Changing("CreateRole", IamShapes.CreateRole, RoleOperations.Create),
        Reading("GetRole", IamShapes.Role, RoleOperations.Get),
        Reading("ListRoles", IamShapes.ListRoles, RoleOperations.List),
        Changing("UpdateAssumeRolePolicy", IamShapes.Trust, RoleOperations.UpdateTrust),
        Changing("DeleteRole", IamShapes.Role, RoleOperations.Delete),
        Changing("TagRole", IamShapes.TagRole, RoleOperations.Tag),
        Changing("UntagRole", IamShapes.UntagRole, RoleOperations.Untag),
        Reading("ListInstanceProfilesForRole", IamShapes.RolePage, RoleOperations.ListInstanceProfiles),
        Changing("PutRolePolicy", IamShapes.PutPolicy, PolicyOperations.Put),
        Reading("GetRolePolicy", IamShapes.InlinePolicy, PolicyOperations.Get),
        Reading("ListRolePolicies", IamShapes.RolePage, PolicyOperations.List),
        Changing("DeleteRolePolicy", IamShapes.InlinePolicy, PolicyOperations.Delete),
        Changing("AttachRolePolicy", IamShapes.Attachment, PolicyOperations.Attach),
        Changing("DetachRolePolicy", IamShapes.Attachment, PolicyOperations.Detach),
        Reading("ListAttachedRolePolicies", IamShapes.AttachedPage, PolicyOperations.ListAttached),
        Reading("GetPolicy", IamShapes.Policy, PolicyOperations.GetManaged),
        Reading("GetPolicyVersion", IamShapes.PolicyVersion, PolicyOperations.GetManagedVersion),
        Reading("ListOpenIDConnectProviders", IamShapes.Nothing, ProviderOperations.ListOpenIdConnect),
        Reading("GetOpenIDConnectProvider", IamShapes.OpenIdConnectProvider, ProviderOperations.GetOpenIdConnect),
        Reading("ListSAMLProviders", IamShapes.Nothing, ProviderOperations.ListSaml),
        Reading("GetSAMLProvider", IamShapes.SamlProvider, ProviderOperations.GetSaml),
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    private static SandboxOperation Reading(string name, StructureShape input, Func<IamCall, JsonElement, object?> apply) => Guarded(name, isChanging: false, input, apply);

    private static SandboxOperation Changing(string name, StructureShape input, Func<IamCall, JsonElement, object?> apply) => Guarded(name, isChanging: true, input, apply);

    private static SandboxOperation Guarded(string name, bool isChanging, StructureShape input, Func<IamCall, JsonElement, object?> apply) =>
        new(name, IsPublic: false, isChanging, input, (context, sent) =>
        {
            var store = context.Iam;
            lock (store.Gate) return apply(new IamCall(store, context.Now), sent);
        });
}
