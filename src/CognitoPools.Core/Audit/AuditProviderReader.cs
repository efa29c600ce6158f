using System.Collections.Concurrent;
using CognitoPools.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit;

/// <summary>The IAM facts about the providers of a pool, and the parts that could not be read.</summary>
/// <param name="Facts">The facts by the ARN of the provider.</param>
/// <param name="Unread">The parts that could not be read.</param>
internal sealed record ReadProviders(IReadOnlyDictionary<string, ProviderFacts> Facts, IReadOnlyList<UnreadPart> Unread)
{
    /// <summary>No facts, because no check needs them.</summary>
    public static ReadProviders None { get; } = new(new Dictionary<string, ProviderFacts>(), []);
}

/// <summary>Looks up the OpenID Connect and SAML providers of pools in IAM. It reads the lists of IAM once.</summary>
/// <param name="connection">The account.</param>
internal sealed class AuditProviderReader(AccountConnection connection)
{
    private readonly ConcurrentDictionary<(ProviderType, string), Lazy<Task<IReadOnlyList<SamlListing>>>> lists = new();

    /// <summary>Looks up the providers of a pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<ReadProviders> ReadAsync(IdentityPool pool, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<string, ProviderFacts>(StringComparer.Ordinal);
        var unread = new List<UnreadPart>();
        foreach (var group in pool.Providers.GroupBy(provider => provider.Type))
        {
            if (group.Key is not (ProviderType.OpenIdConnect or ProviderType.Saml))
                continue;
            try
            {
                var partition = AwsPartition.FromRegion(pool.Region).Name;
                var known = await lists.GetOrAdd(
                    (group.Key, partition), _ => new(() => ListAsync(group.Key, pool.Region, cancellationToken))).Value
                    .ConfigureAwait(false);
                foreach (var provider in group)
                {
                    var found = known.FirstOrDefault(listed => Same(group.Key, listed.Arn, provider.Name));
                    facts[provider.Name] = new ProviderFacts(found is not null, found?.ValidUntil);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                var action = group.Key == ProviderType.Saml ? "iam:ListSAMLProviders" : "iam:ListOpenIDConnectProviders";
                unread.Add(new UnreadPart(
                    AuditReads.Providers, $"The {group.Key} providers of IAM",
                    AwsErrors.IsNotAuthorized(failure) ? DeniedAction.Of(failure.Message) ?? action : null, failure.Message));
            }
        }
        return new ReadProviders(facts, unread);
    }

    private async Task<IReadOnlyList<SamlListing>> ListAsync(ProviderType type, string region, CancellationToken cancellationToken)
    {
        var providers = new IamProviders(connection, region);
        return type == ProviderType.Saml
            ? await providers.ListSamlAsync(cancellationToken).ConfigureAwait(false)
            : [.. (await providers.ListAsync(type, cancellationToken).ConfigureAwait(false)).Select(arn => new SamlListing(arn, null))];
    }

    private static bool Same(ProviderType type, string listed, string name) => listed == name
        || (type == ProviderType.OpenIdConnect && OidcIssuer.WithoutSlash(listed) == OidcIssuer.WithoutSlash(name));
}
