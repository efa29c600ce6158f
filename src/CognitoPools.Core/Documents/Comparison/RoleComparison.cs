using System.Globalization;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Comparison;

/// <summary>Compares roles with their policies.</summary>
/// <param name="list">Receives the differences.</param>
/// <param name="expected">The expected side, with derived names.</param>
/// <param name="actual">The actual side, with derived names.</param>
/// <param name="texts">Converts the texts of both sides to the same form.</param>
internal sealed class RoleComparison(DifferenceList list, ComparedPool expected, ComparedPool actual, ComparedTexts texts)
{
    /// <summary>Compares the roles of a pair.</summary>
    public void Compare(string expectedKey, string actualKey)
    {
        var path = JsonPath.Member(PoolDocumentKeys.Roles, expectedKey);
        var (one, other) = (expected.Definition.Roles[expectedKey], actual.Definition.Roles[actualKey]);
        if (one.Arn is not null)
        {
            if (!Refers(one.Arn, actualKey, other))
                list.Add($"{path}.{PoolDocumentKeys.Arn}", texts.Text(one.Arn), ArnOf(actualKey, other));
        }
        else if (other.Arn is not null)
        {
            // The permissions of the role were not read, so it cannot be compared with the description.
            list.Add(path, Text(expected, expectedKey), texts.Text(other.Arn));
        }
        else
        {
            Compare(path, expectedKey, one, actualKey, other);
        }
    }

    /// <summary>Adds a role that only one side has.</summary>
    public void AddOne(string? expectedKey, string? actualKey) => list.Add(
        JsonPath.Member(PoolDocumentKeys.Roles, (expectedKey ?? actualKey)!),
        expectedKey is null ? null : Text(expected, expectedKey),
        actualKey is null ? null : Text(actual, actualKey));

    private void Compare(string path, string expectedKey, RoleDefinition one, string actualKey, RoleDefinition other)
    {
        // The names that the module derives differ between pools.
        if (one.Name is not null || other.Name is not null)
            list.Compare($"{path}.{PoolDocumentKeys.Name}", Text(expected, expectedKey), Text(actual, actualKey));
        list.Compare($"{path}.{PoolDocumentKeys.Path}", one.Path, other.Path);
        if (one.Description is not null)
            list.Compare($"{path}.{PoolDocumentKeys.Description}", one.Description, other.Description);
        list.Compare($"{path}.{PoolDocumentKeys.MaxSessionDuration}", Session(one), Session(other));
        ComparePolicies($"{path}.{PoolDocumentKeys.TrustPolicy}", one.TrustPolicy!, other.TrustPolicy!);
        CompareInline($"{path}.{PoolDocumentKeys.InlinePolicies}", one.InlinePolicies, other.InlinePolicies);
        CompareAttached($"{path}.{PoolDocumentKeys.AttachedPolicies}", one.AttachedPolicies, other.AttachedPolicies);
        list.Compare($"{path}.{PoolDocumentKeys.PermissionsBoundary}", Resolved(one.PermissionsBoundary), Resolved(other.PermissionsBoundary));
        list.Compare($"{path}.{PoolDocumentKeys.Tags}", PoolComparison.Own(one.Tags), PoolComparison.Own(other.Tags));
    }

    private void ComparePolicies(string path, string one, string other)
    {
        foreach (var difference in PolicyComparison.Compare(texts.Policy(one), texts.Policy(other)))
            list.Add(difference.Path.Length == 0 ? path : $"{path}.{difference.Path}", difference.Expected, difference.Actual);
    }

    private void CompareInline(string path, IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
    {
        foreach (var name in one.Keys.Concat(other.Keys).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal))
        {
            var place = JsonPath.Member(path, name);
            if (!one.TryGetValue(name, out var policy))
                list.Add(place, null, texts.Policy(other[name]));
            else if (!other.TryGetValue(name, out var now))
                list.Add(place, texts.Policy(policy), null);
            else
                ComparePolicies(place, policy, now);
        }
    }

    private void CompareAttached(string path, IEnumerable<string> one, IEnumerable<string> other)
    {
        var (wanted, there) = (one.Select(texts.Text).ToList(), other.Select(texts.Text).ToList());
        foreach (var arn in wanted.Except(there, StringComparer.Ordinal))
            list.Add(JsonPath.Member(path, arn), arn, null);
        foreach (var arn in there.Except(wanted, StringComparer.Ordinal))
            list.Add(JsonPath.Member(path, arn), null, arn);
    }

    // A reference only identifies the role; it does not describe its permissions.
    private bool Refers(string arn, string actualKey, RoleDefinition other)
    {
        var resolved = texts.Text(arn);
        var name = RoleKeys.NameOf(resolved);
        return other.Arn is { } reference
            ? texts.Text(reference) == resolved
            : name == RolePairs.NameOf(actual.Definition, actualKey, texts)
                || (actual.Roles.TryGetValue(actualKey, out var live) && live.Name == name);
    }

    private string ArnOf(string actualKey, RoleDefinition other) => other.Arn is { } reference ? texts.Text(reference)
        : actual.Roles.TryGetValue(actualKey, out var live) ? live.Arn
        : Text(actual, actualKey);

    private string Text(ComparedPool pool, string key) =>
        pool.Definition.Roles[key].Arn is { } arn ? texts.Text(arn) : RolePairs.NameOf(pool.Definition, key, texts);

    private string? Resolved(string? text) => text is null ? null : texts.Text(text);

    private static string Session(RoleDefinition role) =>
        (role.MaxSessionDuration ?? IamRoles.DefaultSession).ToString(CultureInfo.InvariantCulture);
}
