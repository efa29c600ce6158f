using System.Globalization;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>The number of identities of a pool, as far as one call shows it.</summary>
public static class IdentityCount
{
    /// <summary>The number in words, such as "12 identities" or "more than 60 identities".</summary>
    /// <param name="connection">The account.</param>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<string> DescribeAsync(
        AccountConnection connection, string identityPoolId, CancellationToken cancellationToken)
    {
        var page = await connection.Cognito(PoolIds.Region(identityPoolId))
            .ListIdentitiesAsync(
                new ListIdentitiesRequest { IdentityPoolId = identityPoolId, MaxResults = IdentityLister.PageSize },
                cancellationToken)
            .ConfigureAwait(false);
        var count = page.Identities?.Count ?? 0;
        var more = string.IsNullOrEmpty(page.NextToken) ? "" : "more than ";
        return string.Format(
            CultureInfo.InvariantCulture, "{0}{1} {2}", more, count, count == 1 ? "identity" : "identities");
    }
}
