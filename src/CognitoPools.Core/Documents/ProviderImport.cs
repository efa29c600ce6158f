using CognitoPools.Account;
using CognitoPools.Providers;

namespace CognitoPools.Documents;

/// <summary>Plans the providers of a pool from a document.</summary>
/// <param name="connection">The account.</param>
/// <param name="options">The options of the import.</param>
/// <param name="target">The target of the import.</param>
/// <param name="secrets">The secrets that the source itself contains, by name.</param>
/// <param name="reporter">Receives messages about what could not be checked.</param>
internal sealed class ProviderImport(
    AccountConnection connection, ImportOptions options, ImportTarget target,
    IReadOnlyDictionary<string, string> secrets, IReporter reporter)
{
    /// <summary>The providers.</summary>
    /// <param name="document">The definition of the document.</param>
    /// <param name="start">The current pool, or a new one.</param>
    /// <param name="roles">The ARNs of the roles, or their placeholders, by key.</param>
    /// <param name="kept">Receives the parts that are kept although they are not in the document.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<IReadOnlyList<PoolIdentityProvider>> PlanAsync(
        PoolDefinition document, IdentityPool start, IReadOnlyDictionary<string, string> roles, List<string> kept,
        CancellationToken cancellationToken)
    {
        var region = start.Region;
        IReadOnlyList<PoolIdentityProvider> wanted =
            [.. document.Providers.Select(provider => Resolved(provider, document, start, roles))];
        var known = new HashSet<string>(start.Providers.Select(provider => provider.Name), StringComparer.Ordinal);
        // Providers that the pool already has are not checked again.
        var found = await new IamProviders(connection, region)
            .FindAsync([.. wanted.Where(provider => !known.Contains(provider.Name))], reporter, cancellationToken).ConfigureAwait(false);
        var wantedKeys = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<PoolIdentityProvider>();
        foreach (var provider in wanted.Where(provider => known.Contains(provider.Name)).Concat(found))
        {
            wantedKeys.Add(provider.Key);
            var there = start.Providers.FirstOrDefault(now => now.Key == provider.Key);
            all.Add((there is null ? provider : document.Completed(provider, there)) with
            {
                IdentityPoolId = start.IdentityPoolId.Length > 0 ? start.IdentityPoolId : null,
            });
        }
        foreach (var extra in start.Providers.Where(provider => !wantedKeys.Contains(provider.Key)))
        {
            if (options.Prune && extra.Type != ProviderType.Developer)
                continue;
            all.Add(Sharing(extra, all));
            if (extra.Type == ProviderType.Developer && options.Prune)
                reporter.Warning($"The document does not contain the developer provider '{extra.Name}'. It is kept, because it can never be removed.");
            else
                kept.Add($"the provider {extra}");
        }
        // Keeps the order of the pool, so that a plan shows only real changes.
        var order = start.Providers.Select(provider => provider.Key).ToList();
        return [.. all.OrderBy(provider => order.IndexOf(provider.Key) is >= 0 and var place ? place : int.MaxValue)];
    }

    // The app clients of a user pool share one mapping, so the document's mapping applies to all of them.
    private static PoolIdentityProvider Sharing(PoolIdentityProvider provider, List<PoolIdentityProvider> wanted) =>
        wanted.Find(other => other.TagKey is not null && other.TagKey == provider.TagKey) is { } shared
            ? provider with { AttributeMapping = shared.AttributeMapping }
            : provider;

    private PoolIdentityProvider Resolved(
        PoolIdentityProvider provider, PoolDefinition document, IdentityPool start, IReadOnlyDictionary<string, string> roles)
    {
        var name = target.Portability.Resolve(provider.Name);
        var resolved = provider.Type switch
        {
            ProviderType.OpenIdConnect => provider with
            {
                Name = ProviderBuilder.OpenIdConnect(name, target.Names.Partition, target.Names.AccountId).Name,
            },
            ProviderType.Saml => provider with { Name = ProviderBuilder.Saml(name, target.Names.Partition, target.Names.AccountId).Name },
            _ => provider,
        };
        if (ProviderSecret.IsIn(provider.Name))
            resolved = resolved with { ClientId = WithSecret(provider, document, start) };
        return resolved with
        {
            Rules = [.. provider.Rules.Select(rule => rule with { Role = roles[rule.Role] })],
        };
    }

    /// <summary>The application id with its secret, from -Value or otherwise from the pool.</summary>
    private string WithSecret(PoolIdentityProvider provider, PoolDefinition document, IdentityPool start)
    {
        var name = document.Secrets.TryGetValue(provider.Name, out var known) ? known : PoolDefinitionReader.SecretName(provider);
        var now = start.Providers.FirstOrDefault(there => there.Name == provider.Name)?.ClientId;
        if ((options.Values.Find(name) ?? (secrets.TryGetValue(name, out var own) ? own : null)) is { } secret)
        {
            if (provider.ClientId is null && secret.IndexOf(';') < 0 && now is null)
            {
                throw new InvalidSettingException(
                    "Value", name, "the document does not contain the consumer key, so the value must be the key and the secret.",
                    "Specify both, separated by a semicolon.");
            }
            var id = provider.ClientId is null ? secret : $"{provider.ClientId};{secret}";
            try
            {
                return ProviderBuilder.Public(provider.Type, id).ClientId!;
            }
            catch (InvalidSettingException)
            {
                throw new InvalidSettingException(
                    "Value", name, "the consumer key and the secret together can have up to 128 characters: letters, digits and . _ / -",
                    "Check the secret.");
            }
        }
        if (now is not null
            && (provider.ClientId is null || now == provider.ClientId || now.StartsWith(provider.ClientId + ";", StringComparison.Ordinal)))
        {
            return now;
        }
        throw new InvalidSettingException(
            "Value", null, $"the consumer secret of {provider.Name} is missing. Documents never contain secrets.",
            $"Specify -Value @{{ '{name}' = '...' }}.");
    }
}
