using CognitoPools.Roles;

namespace CognitoPools.Documents.Comparison;

/// <summary>Compares the meaning of two definitions of a pool.</summary>
internal static class PoolComparison
{
    /// <summary>The differences; none if both mean the same. Parts that the expected side omits must not exist on the actual side.
    /// Exceptions are the optional settings: the Region, guest access, the basic flow and the description of a role.</summary>
    /// <param name="expected">The expected side.</param>
    /// <param name="actual">The actual side.</param>
    public static IReadOnlyList<PoolDocumentDifference> Compare(ComparedPool expected, ComparedPool actual)
    {
        expected = expected with { Definition = expected.Definition.WithDerivedNames() };
        actual = actual with { Definition = actual.Definition.WithDerivedNames() };
        var (one, other) = (expected.Definition, actual.Definition);
        var list = new DifferenceList(expected, actual);
        var texts = new ComparedTexts(expected, actual);
        // Two pools in accounts are expected to have different names.
        if (expected.Names is null || actual.Names is null)
            list.Compare(PoolDocumentKeys.Name, one.Name, other.Name);
        if (one.Region is { } region && region != DocumentPlaceholders.Of(DocumentPlaceholders.Region))
            list.Compare(PoolDocumentKeys.Region, texts.Text(region), other.Region is { } now ? texts.Text(now) : null);
        if (one.GuestAccess is { } guests)
            list.Compare(PoolDocumentKeys.GuestAccess, Shown(guests), other.GuestAccess is { } access ? Shown(access) : null);
        if (one.BasicFlow is { } flow)
            list.Compare(PoolDocumentKeys.BasicFlow, flow.ToString(), other.BasicFlow?.ToString());
        list.Compare(PoolDocumentKeys.Tags, Own(one.Tags), Own(other.Tags));

        var providers = ProviderPairs.Of(one, other, texts);
        var roles = new RolePairs(one, other, providers, texts);
        CompareRole(PoolDocumentKeys.AuthenticatedRole, one.AuthenticatedRole, other.AuthenticatedRole);
        CompareRole(PoolDocumentKeys.GuestRole, one.GuestRole, other.GuestRole);
        var byProvider = new ProviderComparison(list, roles);
        foreach (var provider in providers)
            byProvider.Compare(provider);
        var byRole = new RoleComparison(list, expected, actual, texts);
        foreach (var (expectedKey, actualKey) in roles.Both())
            byRole.Compare(expectedKey, actualKey);
        foreach (var key in roles.Missing())
            byRole.AddOne(key, null);
        foreach (var key in roles.Extra())
            byRole.AddOne(null, key);
        return list.All;

        void CompareRole(string path, string? expectedKey, string? actualKey)
        {
            if (!roles.AreSame(expectedKey, actualKey))
                list.Add(path, expectedKey, actualKey);
        }
    }

    /// <summary>A Boolean value as in a document.</summary>
    internal static string Shown(bool value) => value ? "true" : "false";

    /// <summary>The tags without those of AWS and of the module.</summary>
    internal static ReadableTable Own(ReadableTable tags) =>
        Collections.Strings(tags.Where(tag => !RoleTagsChange.IsReserved(tag.Key)));
}
