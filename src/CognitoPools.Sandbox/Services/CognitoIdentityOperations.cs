using System.Text.Json;
using CognitoPools.Sandbox.Operations;
using CognitoPools.Sandbox.Operations.Pools;
using CognitoPools.Sandbox.Operations.SignIn;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Services;

/// <summary>All operations of Amazon Cognito identity pools.</summary>
internal static class CognitoIdentityOperations
{
    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new SandboxOperation[]
    {
        Changing("CreateIdentityPool", PoolOperations.Create),
        Changing("UpdateIdentityPool", PoolOperations.Update),
        Reading("DescribeIdentityPool", PoolOperations.Describe),
        Changing("DeleteIdentityPool", PoolOperations.Delete),
        Reading("ListIdentityPools", PoolOperations.List),
        Changing("SetIdentityPoolRoles", PoolRoleOperations.Set),
        Reading("GetIdentityPoolRoles", PoolRoleOperations.Get),
        Changing("SetPrincipalTagAttributeMap", TagOperations.SetMap),
        Reading("GetPrincipalTagAttributeMap", TagOperations.GetMap),
        Changing("TagResource", TagOperations.Tag),
        Changing("UntagResource", TagOperations.Untag),
        Reading("ListTagsForResource", TagOperations.List),
        Reading("ListIdentities", IdentityOperations.List),
        Reading("DescribeIdentity", IdentityOperations.Describe),
        Changing("DeleteIdentities", IdentityOperations.Delete),
        Public("GetId", SignInOperations.GetId),
        Public("GetCredentialsForIdentity", SignInOperations.GetCredentials),
        Public("GetOpenIdToken", SignInOperations.GetOpenIdToken),
        Public("UnlinkIdentity", SignInOperations.Unlink),
        Changing("GetOpenIdTokenForDeveloperIdentity", DeveloperOperations.GetToken),
        Reading("LookupDeveloperIdentity", DeveloperOperations.Lookup),
        Changing("MergeDeveloperIdentities", DeveloperOperations.Merge),
        Changing("UnlinkDeveloperIdentity", DeveloperOperations.Unlink),
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    private static SandboxOperation Reading(string name, Func<CallContext, JsonElement, object?> apply) =>
        new(name, IsPublic: false, IsChanging: false, CognitoIdentityInputs.Of(name), apply);

    private static SandboxOperation Changing(string name, Func<CallContext, JsonElement, object?> apply) =>
        new(name, IsPublic: false, IsChanging: true, CognitoIdentityInputs.Of(name), apply);

    private static SandboxOperation Public(string name, Func<CallContext, JsonElement, object?> apply) =>
        new(name, IsPublic: true, IsChanging: true, CognitoIdentityInputs.Of(name), apply);
}
