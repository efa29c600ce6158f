using System.Text.Json;
using CognitoPools.Sandbox.Operations;
using CognitoPools.Sandbox.Operations.Pools;
using CognitoPools.Sandbox.Operations.SignIn;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Services;

/// <summary>The operations of Amazon Cognito identity pools: all that the service has.</summary>
internal static class CognitoIdentityOperations
{
    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new SandboxOperation[]
    {
        Changing("CreateIdentityPool", PoolShapes.CreatePool, PoolOperations.Create),
        Changing("UpdateIdentityPool", PoolShapes.UpdatePool, PoolOperations.Update),
        Reading("DescribeIdentityPool", PoolShapes.Pool, PoolOperations.Describe),
        Changing("DeleteIdentityPool", PoolShapes.Pool, PoolOperations.Delete),
        Reading("ListIdentityPools", PoolShapes.ListPools, PoolOperations.List),
        Changing("SetIdentityPoolRoles", PoolShapes.SetRoles, PoolRoleOperations.Set),
        Reading("GetIdentityPoolRoles", PoolShapes.Pool, PoolRoleOperations.Get),
        Changing("SetPrincipalTagAttributeMap", PoolShapes.SetTagMap, TagOperations.SetMap),
        Reading("GetPrincipalTagAttributeMap", PoolShapes.GetTagMap, TagOperations.GetMap),
        Changing("TagResource", PoolShapes.Tag, TagOperations.Tag),
        Changing("UntagResource", PoolShapes.Untag, TagOperations.Untag),
        Reading("ListTagsForResource", PoolShapes.Resource, TagOperations.List),
        Reading("ListIdentities", PoolShapes.ListIdentities, IdentityOperations.List),
        Reading("DescribeIdentity", PoolShapes.Identity, IdentityOperations.Describe),
        Changing("DeleteIdentities", PoolShapes.DeleteIdentities, IdentityOperations.Delete),
        Public("GetId", PoolShapes.GetId, SignInOperations.GetId),
        Public("GetCredentialsForIdentity", PoolShapes.GetCredentials, SignInOperations.GetCredentials),
        Public("GetOpenIdToken", PoolShapes.GetOpenIdToken, SignInOperations.GetOpenIdToken),
        Public("UnlinkIdentity", PoolShapes.UnlinkIdentity, SignInOperations.Unlink),
        Changing("GetOpenIdTokenForDeveloperIdentity", PoolShapes.GetDeveloperToken, DeveloperOperations.GetToken),
        Reading("LookupDeveloperIdentity", PoolShapes.LookupDeveloper, DeveloperOperations.Lookup),
        Changing("MergeDeveloperIdentities", PoolShapes.MergeDevelopers, DeveloperOperations.Merge),
        Changing("UnlinkDeveloperIdentity", PoolShapes.UnlinkDeveloper, DeveloperOperations.Unlink),
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    private static SandboxOperation Reading(string name, StructureShape input, Func<CallContext, JsonElement, object?> apply) =>
        new(name, IsPublic: false, IsChanging: false, input, apply);

    private static SandboxOperation Changing(string name, StructureShape input, Func<CallContext, JsonElement, object?> apply) =>
        new(name, IsPublic: false, IsChanging: true, input, apply);

    private static SandboxOperation Public(string name, StructureShape input, Func<CallContext, JsonElement, object?> apply) =>
        new(name, IsPublic: true, IsChanging: true, input, apply);
}
