using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The pages of ListIdentityPools.</summary>
public interface IListIdentityPoolsPaginator : IPaginator<ListIdentityPoolsResponse>
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListIdentityPoolsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<IdentityPoolShortDescription> IdentityPools { get; }
}
