using Amazon.IdentityManagement.Model;
using CognitoPools.Account;

namespace CognitoPools.Providers;

/// <summary>The OpenID Connect and SAML providers of IAM, which a pool's providers must be among.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">A Region of the partition.</param>
public sealed class IamProviders(AccountConnection connection, string region)
{
    /// <summary>Refuses providers that IAM does not have. A caller who may not list IAM's providers can go on unchecked.</summary>
    /// <param name="providers">Providers of any type.</param>
    /// <param name="reporter">Who is told when the check was not possible.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">IAM has no such provider.</exception>
    public async Task CheckAsync(IEnumerable<PoolIdentityProvider> providers, IReporter reporter, CancellationToken cancellationToken)
    {
        foreach (var group in providers.GroupBy(provider => provider.Type))
        {
            if (group.Key is not (ProviderType.OpenIdConnect or ProviderType.Saml)) continue;
            IReadOnlyList<string> known;
            try
            {
                known = await ListAsync(group.Key, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
            {
                reporter.Verbose($"Whether IAM has {string.Join(", ", group.Select(provider => provider.Name))} was not checked: {exception.Message}");
                continue;
            }
            if (group.FirstOrDefault(provider => !known.Contains(provider.Name, StringComparer.Ordinal)) is { } missing)
            {
                throw new InvalidSettingException("Provider", missing.Name, $"IAM has no {group.Key} provider of that ARN.", known.Count == 0 ? "Create it in IAM first." : $"IAM has: {string.Join(", ", known)}.");
            }
        }
    }

    /// <summary>The ARNs of IAM's providers of one of its two types.</summary>
    /// <param name="type">OpenID Connect or SAML.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IReadOnlyList<string>> ListAsync(ProviderType type, CancellationToken cancellationToken) =>
        type == ProviderType.Saml ? SamlAsync(cancellationToken) : OpenIdConnectAsync(cancellationToken);

    private async Task<IReadOnlyList<string>> OpenIdConnectAsync(CancellationToken cancellationToken)
    {
        var answer = await connection.Iam(region).ListOpenIDConnectProvidersAsync(new ListOpenIDConnectProvidersRequest(), cancellationToken).ConfigureAwait(false);
        return [.. (answer.OpenIDConnectProviderList ?? []).Select(provider => provider.Arn)];
    }

    private async Task<IReadOnlyList<string>> SamlAsync(CancellationToken cancellationToken)
    {
        var answer = await connection.Iam(region).ListSAMLProvidersAsync(new ListSAMLProvidersRequest(), cancellationToken).ConfigureAwait(false);
        return [.. (answer.SAMLProviderList ?? []).Select(provider => provider.Arn)];
    }
}
