using Amazon.Runtime.CredentialManagement;

namespace CognitoPools.Account;

/// <summary>The profiles of the shared AWS config and credentials files, and of the SDK's own store.</summary>
public static class AwsProfiles
{
    /// <summary>Their names and Regions, ordered by name, without secrets.</summary>
    public static IReadOnlyList<(string Name, string? Region)> List() =>
        [.. new CredentialProfileStoreChain().ListProfiles().GroupBy(profile => profile.Name, StringComparer.Ordinal)
            .Select(group => (group.Key, group.First().Region?.SystemName))
                .OrderBy(profile => profile.Key, StringComparer.OrdinalIgnoreCase)];
}
