using Amazon.IdentityManagement.Model;
using CognitoPools.Account;

namespace CognitoPools.Providers;

/// <summary>The OpenID Connect and SAML providers of IAM. A pool can use only providers that exist there.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">A Region of the partition.</param>
public sealed class IamProviders(AccountConnection connection, string region)
{
    /// <summary>Finds the providers in IAM, and refuses those that do not exist there. If the ARN of an OpenID Connect
    /// provider in IAM differs only by a trailing slash, that ARN is used. For a caller who is not allowed to list the
    /// providers of IAM, nothing is checked.</summary>
    /// <param name="providers">Providers of any type.</param>
    /// <param name="reporter">Receives a message if the check was not possible.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The providers, in their order.</returns>
    /// <exception cref="InvalidSettingException">A provider does not exist in IAM.</exception>
    public async Task<IReadOnlyList<PoolIdentityProvider>> FindAsync(
        IReadOnlyList<PoolIdentityProvider> providers, IReporter reporter, CancellationToken cancellationToken)
    {
        var found = providers.ToList();
        foreach (var group in providers.GroupBy(provider => provider.Type))
        {
            if (group.Key is not (ProviderType.OpenIdConnect or ProviderType.Saml))
                continue;
            IReadOnlyList<string> known;
            try
            {
                known = await ListAsync(group.Key, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
            {
                reporter.Verbose(
                    $"It was not checked whether IAM has {string.Join(", ", group.Select(provider => provider.Name))}: "
                        + exception.Message);
                continue;
            }
            foreach (var provider in group)
            {
                var arn = Known(known, provider)
                    ?? throw new InvalidSettingException(
                        "Provider", provider.Name, $"IAM has no {(group.Key == ProviderType.Saml ? "SAML" : "OpenID Connect")} provider with this ARN.",
                        known.Count == 0 ? "Create it in IAM first." : $"Specify one of the providers in IAM: {string.Join(", ", known)}.");
                found[found.IndexOf(provider)] = provider with { Name = arn };
            }
        }
        return found;
    }

    private static string? Known(IReadOnlyList<string> known, PoolIdentityProvider provider) =>
        known.Contains(provider.Name, StringComparer.Ordinal)
            ? provider.Name
            : provider.Type == ProviderType.OpenIdConnect
                ? known.FirstOrDefault(arn => OidcIssuer.WithoutSlash(arn) == OidcIssuer.WithoutSlash(provider.Name))
                : null;

    /// <summary>The ARNs of the providers of one type in IAM.</summary>
    /// <param name="type">OpenID Connect or SAML.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IReadOnlyList<string>> ListAsync(ProviderType type, CancellationToken cancellationToken) =>
        type == ProviderType.Saml ? SamlAsync(cancellationToken) : OpenIdConnectAsync(cancellationToken);

    /// <summary>The audiences that IAM has for an OpenID Connect provider; null if they cannot be read.</summary>
    /// <param name="arn">The provider's ARN.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<string>?> AudiencesAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await connection.Iam(region)
                .GetOpenIDConnectProviderAsync(
                    new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = arn }, cancellationToken)
                .ConfigureAwait(false);
            return answer.ClientIDList ?? [];
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception) || AwsErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> OpenIdConnectAsync(CancellationToken cancellationToken)
    {
        var answer = await connection.Iam(region)
            .ListOpenIDConnectProvidersAsync(new ListOpenIDConnectProvidersRequest(), cancellationToken)
            .ConfigureAwait(false);
        return [.. (answer.OpenIDConnectProviderList ?? []).Select(provider => provider.Arn)];
    }

    /// <summary>IAM's SAML providers.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    internal async Task<IReadOnlyList<SamlListing>> ListSamlAsync(CancellationToken cancellationToken)
    {
        var answer = await connection.Iam(region)
            .ListSAMLProvidersAsync(new ListSAMLProvidersRequest(), cancellationToken)
            .ConfigureAwait(false);
        return [.. (answer.SAMLProviderList ?? []).Select(provider => new SamlListing(
            provider.Arn, provider.ValidUntil is { } date ? new DateTimeOffset(date.ToUniversalTime()) : null))];
    }

    private async Task<IReadOnlyList<string>> SamlAsync(CancellationToken cancellationToken) =>
        [.. (await ListSamlAsync(cancellationToken).ConfigureAwait(false)).Select(provider => provider.Arn)];
}
