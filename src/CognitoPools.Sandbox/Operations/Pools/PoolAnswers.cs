using System.Text.Json.Serialization;

namespace CognitoPools.Sandbox.Operations.Pools;

/// <summary>An identity as answers contain it. Services write times as seconds since 1970 with a fraction.</summary>
internal sealed record IdentityDescription(
    string IdentityId, IReadOnlyList<string>? Logins, double CreationDate, double LastModifiedDate);

internal sealed record PoolPage(IReadOnlyList<PoolName> IdentityPools, string? NextToken);

internal sealed record PoolName(string IdentityPoolId, string IdentityPoolName);

internal sealed record IdentityPage(string IdentityPoolId, IReadOnlyList<IdentityDescription> Identities, string? NextToken);

internal sealed record Removal(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<UnprocessedIdentity> UnprocessedIdentityIds);

internal sealed record UnprocessedIdentity(string IdentityId, string ErrorCode);

internal sealed record NewIdentity(string IdentityId);

internal sealed record TagList(IReadOnlyDictionary<string, string> Tags);
