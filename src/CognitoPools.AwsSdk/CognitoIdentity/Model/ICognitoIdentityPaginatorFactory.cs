namespace Amazon.CognitoIdentity.Model;

/// <summary>The operations that answer in pages.</summary>
public interface ICognitoIdentityPaginatorFactory
{
    /// <summary>The pages of ListIdentityPools.</summary>
    /// <param name="request">The request for the first page.</param>
    IListIdentityPoolsPaginator ListIdentityPools(ListIdentityPoolsRequest request);
}
