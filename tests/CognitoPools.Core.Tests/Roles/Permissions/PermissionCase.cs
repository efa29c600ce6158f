using System.Text.Json.Nodes;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Tests.Roles.Permissions;

/// <summary>Policies, and what a request brings along.</summary>
/// <param name="Policies">The role's policies.</param>
/// <param name="Boundary">The permissions boundary, or null.</param>
/// <param name="HasCeiling">Whether the caller is a guest in the enhanced flow.</param>
/// <param name="True">The keys of the conditions that are met.</param>
/// <param name="Subject">What the policy variable stands for.</param>
internal sealed record PermissionCase(
    string[] Policies, string? Boundary, bool HasCeiling, string[] True, string Subject)
{
    public IReadOnlyList<PoolPermission> Rows()
    {
        var policies = Policies.SelectMany((document, index) => PermissionStatement.Parse($"inline policy p{index}", document));
        var type = HasCeiling ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;
        return new EffectivePermissions(
            new PermissionHolder("us-east-1:1", type, SignInFlow.Enhanced, "arn:aws:iam::123456789012:role/r", null),
            [.. policies],
            Boundary is null ? null : PermissionStatement.Parse("permissions boundary b", Boundary)).Rows();
    }

    /// <summary>Actions and resources near the borders of the policies' patterns.</summary>
    public (IReadOnlyList<string> Actions, IReadOnlyList<string> Resources) Requests()
    {
        var statements = Policies.Append(Boundary).OfType<string>()
            .SelectMany(document => JsonNode.Parse(document)!["Statement"]!.AsArray())
            .Select(node => node!.AsObject())
            .ToList();
        return (
            [.. Values(statements, "Action").SelectMany(Instances)
                .Concat(["s3:GetObject", "kms:Encrypt", "kms:CreateKey", "ec2:Run", "geo:PutGeofence", "x:y"]).Distinct()],
            [.. Values(statements, "Resource").SelectMany(Instances)
                .Concat(["*", "arn:aws:s3:::b/ab", "arn:aws:s3:::b", ""]).Distinct()]);
    }

    public override string ToString() =>
        $"{string.Join('\n', Policies)}\nboundary {Boundary}\nceiling {HasCeiling}, true {string.Join(' ', True)}, sub {Subject}";

    private static IEnumerable<string> Values(IEnumerable<JsonObject> statements, string element) =>
        from statement in statements
        from name in new[] { element, $"Not{element}" }
        where statement[name] is not null
        from value in statement[name]!.AsArray()
        select (string)value!;

    private IEnumerable<string> Instances(string pattern) =>
        from star in new[] { "", "a", "GO" }
        from mark in new[] { "G", "a" }
        select pattern.Replace(PermissionJudge.Variable, Subject, StringComparison.Ordinal)
            .Replace("*", star, StringComparison.Ordinal)
            .Replace("?", mark, StringComparison.Ordinal);
}
