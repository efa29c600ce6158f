namespace CognitoPools.Documents.Comparison;

/// <summary>Compares providers with their role settings, rules and attribute mappings.</summary>
/// <param name="list">Receives the differences.</param>
/// <param name="roles">The pairs of roles that are the same.</param>
internal sealed class ProviderComparison(DifferenceList list, RolePairs roles)
{
    public void Compare(ComparedProvider provider)
    {
        if ((provider.Expected ?? provider.Actual)!.Type == ProviderType.Developer)
        {
            list.Compare(PoolDocumentKeys.DeveloperProvider, provider.Expected?.Name, provider.Actual?.Name);
            return;
        }
        var path = JsonPath.Member(PoolDocumentKeys.Providers, provider.Key);
        if (provider is { Expected: { } expected, Actual: { } actual })
            Compare(path, expected, actual);
        else
            list.Add(path, Text(provider.Expected), Text(provider.Actual));
    }

    private void Compare(string path, PoolIdentityProvider expected, PoolIdentityProvider actual)
    {
        list.Compare($"{path}.{PoolDocumentKeys.Type}", expected.Type.ToString(), actual.Type.ToString());
        // The key of a provider with a secret is not always known.
        var (client, other) = (Client(expected), Client(actual));
        if (!ProviderSecret.IsIn(expected.Name) || (client is not null && other is not null))
            list.Compare($"{path}.{PoolDocumentKeys.ClientId}", client, other);
        if (expected.Type == ProviderType.CognitoUserPool)
        {
            list.Compare(
                $"{path}.{PoolDocumentKeys.ServerSideTokenCheck}",
                PoolComparison.Shown(expected.ServerSideTokenCheck ?? true), PoolComparison.Shown(actual.ServerSideTokenCheck ?? true));
        }
        list.Compare($"{path}.{PoolDocumentKeys.RoleSetting}", expected.RoleSetting.ToString(), actual.RoleSetting.ToString());
        list.Compare($"{path}.{PoolDocumentKeys.RoleResolution}", expected.RoleResolution?.ToString(), actual.RoleResolution?.ToString());
        CompareRules($"{path}.{PoolDocumentKeys.Rules}", expected.Rules, actual.Rules);
        CompareMappings($"{path}.{PoolDocumentKeys.AttributeMapping}", expected.AttributeMapping, actual.AttributeMapping);
    }

    private void CompareRules(string path, IReadOnlyList<PoolRoleRule> expected, IReadOnlyList<PoolRoleRule> actual)
    {
        for (var index = 0; index < Math.Max(expected.Count, actual.Count); index++)
        {
            var place = JsonPath.Item(path, index);
            if (index >= expected.Count)
                list.Add(place, null, actual[index].ToString());
            else if (index >= actual.Count)
                list.Add(place, expected[index].ToString(), null);
            else
                Compare(place, expected[index], actual[index]);
        }
    }

    private void Compare(string path, PoolRoleRule expected, PoolRoleRule actual)
    {
        list.Compare($"{path}.{PoolDocumentKeys.Claim}", expected.Claim, actual.Claim);
        list.Compare($"{path}.{PoolDocumentKeys.Operator}", expected.Operator.ToString(), actual.Operator.ToString());
        list.Compare($"{path}.{PoolDocumentKeys.Value}", expected.Value, actual.Value);
        if (!roles.AreSame(expected.Role, actual.Role))
            list.Add($"{path}.{PoolDocumentKeys.Role}", expected.Role, actual.Role);
    }

    private void CompareMappings(string path, AttributeMapping expected, AttributeMapping actual)
    {
        if (expected.Mode == AttributeMappingMode.Custom && actual.Mode == AttributeMappingMode.Custom)
            list.Compare(path, expected.Tags, actual.Tags);
        else
            list.Compare(path, expected.ToString(), actual.ToString());
    }

    private static string? Text(PoolIdentityProvider? provider) => provider is null
        ? null
        : $"{provider.Type} {provider.Name}" + (Client(provider) is { } client ? $" ({client})" : "");

    // A file of another tool may have the secret after the key.
    private static string? Client(PoolIdentityProvider provider)
    {
        if (provider.ClientId is not { } client || client.IndexOf(';') is not (>= 0 and var end))
            return provider.ClientId;
        return end > 0 ? client.Substring(0, end) : null;
    }
}
